.code 0
  .name "<module>"
  .qualified "<module>"
  .file "tests/lang/syntax/del_forms.py"
  .first_line 1
  .flags module
  .registers 0 6                            ; locals, all
  .global "a"                               ; n0
  .global "b"                               ; n1
  .global "c"                               ; n2
  .global "O"                               ; n3
  .global "o"                               ; n4
  .global "x"                               ; n5
  .global "print"                           ; n6
  .global "hasattr"                         ; n7
  .global "NameError"                       ; n8
  .global "e"                               ; n9
  .const str "k"                            ; k0
  .const none                               ; k1
  .const code 1                             ; k2
  .const str "O"                            ; k3
  .const str "x"                            ; k4
  .handler 44 46 47 0 0                     ; start, end, handler, depth, target
  .handler 52 56 62 2 2                     ; start, end, handler, depth, target
  .handler 48 67 67 2 2                     ; start, end, handler, depth, target
  .line 2
      0  LoadInt r0, 1
      1  LoadInt r2, 1
      2  LoadInt r3, 2
      3  LoadInt r4, 3
      4  BuildList r1, r2, 3
      5  LoadConst r3, k0                   ; str "k"
      6  LoadInt r4, 1
      7  BuildMap r2, r3, 1
      8  StoreGlobal r0!, n0                ; a
      9  StoreGlobal r1!, n1                ; b
     10  StoreGlobal r2!, n2                ; c
  .line 3
     11  LoadBuildClass r0
     12  LoadConst r2, k1                   ; none
     13  LoadConst r3, k1                   ; none
     14  LoadConst r4, k1                   ; none
     15  LoadConst r5, k1                   ; none
     16  MakeFunction r1, k2, r2            ; code 1
     17  LoadConst r2, k3                   ; str "O"
     18  Call r0, 2
     19  StoreGlobal r0!, n3                ; O
  .line 4
     20  LoadGlobal r0, n3                  ; O
     21  Call r0, 0
     22  StoreGlobal r0!, n4                ; o
     23  LoadInt r0, 1
     24  LoadGlobal r1, n4                  ; o
     25  StoreAttr r1!, n5, r0!             ; x
  .line 5
     26  DelGlobal n0                       ; a
     27  LoadGlobal r0, n1                  ; b
     28  LoadInt r1, 0
     29  DelItem r0!, r1!
     30  LoadGlobal r0, n2                  ; c
     31  LoadConst r1, k0                   ; str "k"
     32  DelItem r0!, r1!
     33  LoadGlobal r0, n4                  ; o
     34  DelAttr r0!, n5                    ; x
  .line 6
     35  LoadGlobal r0, n6                  ; print
     36  LoadGlobal r1, n1                  ; b
     37  LoadGlobal r2, n2                  ; c
     38  LoadGlobal r3, n7                  ; hasattr
     39  LoadGlobal r4, n4                  ; o
     40  LoadConst r5, k4                   ; str "x"
     41  Call r3, 2
     42  Call r0, 3
     43  Clear r0
  .line 8
     44  LoadGlobal r0, n0                  ; a
     45  Clear r0
     46  Jump @69
  .line 9
     47  PushExc r1, r0
     48  LoadGlobal r2, n8                  ; NameError
     49  MatchExc r3, r0, r2!
     50  JumpIfFalse r3!, @66
     51  StoreGlobal r0, n9                 ; e
  .line 10
     52  LoadGlobal r2, n6                  ; print
     53  LoadGlobal r3, n9                  ; e
     54  Call r2, 1
     55  Clear r2
     56  LoadConst r2, k1                   ; none
     57  StoreGlobal r2!, n9                ; e
     58  DelGlobal n9                       ; e
     59  Clear r0
     60  PopExc r1
     61  Jump @69
     62  LoadConst r3, k1                   ; none
     63  StoreGlobal r3!, n9                ; e
     64  DelGlobal n9                       ; e
     65  Reraise r2
     66  Reraise r0
     67  PopExc r1
     68  Reraise r2
     69  LoadConst r0, k1                   ; none
     70  Return r0
.end

.code 1
  .name "O"
  .qualified "O"
  .file "tests/lang/syntax/del_forms.py"
  .first_line 3
  .flags namespace
  .registers 0 1                            ; locals, all
  .global "__name__"                        ; n0
  .global "__module__"                      ; n1
  .global "__qualname__"                    ; n2
  .const str "O"                            ; k0
  .const none                               ; k1
  .line 3
      0  LoadGlobal r0, n0                  ; __name__
      1  StoreName r0!, n1                  ; __module__
      2  LoadConst r0, k0                   ; str "O"
      3  StoreName r0!, n2                  ; __qualname__
      4  LoadConst r0, k1                   ; none
      5  Return r0
.end
