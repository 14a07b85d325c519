.code 0
  .name "<module>"
  .qualified "<module>"
  .file "tests/lang/functions/keyword_only.py"
  .first_line 1
  .flags module
  .registers 0 7                            ; locals, all
  .global "f"                               ; n0
  .global "print"                           ; n1
  .global "TypeError"                       ; n2
  .global "error"                           ; n3
  .global "g"                               ; n4
  .const none                               ; k0
  .const str "c"                            ; k1
  .const code 1                             ; k2
  .const tuple(str "b")                     ; k3
  .const tuple(str "c", str "b")            ; k4
  .const str "sep"                          ; k5
  .const str "-"                            ; k6
  .const code 2                             ; k7
  .const str "a"                            ; k8
  .const str "b"                            ; k9
  .const str "+"                            ; k10
  .const tuple(str "sep")                   ; k11
  .handler 23 28 29 0 0                     ; start, end, handler, depth, target
  .handler 34 38 44 2 2                     ; start, end, handler, depth, target
  .handler 30 49 49 2 2                     ; start, end, handler, depth, target
  .handler 51 55 56 0 0                     ; start, end, handler, depth, target
  .handler 61 65 71 2 2                     ; start, end, handler, depth, target
  .handler 57 76 76 2 2                     ; start, end, handler, depth, target
  .line 2
      0  LoadConst r1, k0                   ; none
      1  LoadConst r5, k1                   ; str "c"
      2  LoadInt r6, 3
      3  BuildMap r2, r5, 1
      4  LoadConst r3, k0                   ; none
      5  LoadConst r4, k0                   ; none
      6  MakeFunction r0, k2, r1            ; code 1
      7  StoreGlobal r0!, n0                ; f
  .line 6
      8  LoadGlobal r0, n1                  ; print
      9  LoadGlobal r1, n0                  ; f
     10  LoadInt r2, 1
     11  LoadInt r3, 2
     12  CallKw r1, 2, k3                   ; tuple(str "b")
     13  Call r0, 1
     14  Clear r0
  .line 7
     15  LoadGlobal r0, n1                  ; print
     16  LoadGlobal r1, n0                  ; f
     17  LoadInt r2, 1
     18  LoadInt r3, 0
     19  LoadInt r4, 2
     20  CallKw r1, 3, k4                   ; tuple(str "c", str "b")
     21  Call r0, 1
     22  Clear r0
  .line 9
     23  LoadGlobal r0, n0                  ; f
     24  LoadInt r1, 1
     25  LoadInt r2, 2
     26  Call r0, 2
     27  Clear r0
     28  Jump @51
  .line 10
     29  PushExc r1, r0
     30  LoadGlobal r2, n2                  ; TypeError
     31  MatchExc r3, r0, r2!
     32  JumpIfFalse r3!, @48
     33  StoreGlobal r0, n3                 ; error
  .line 11
     34  LoadGlobal r2, n1                  ; print
     35  LoadGlobal r3, n3                  ; error
     36  Call r2, 1
     37  Clear r2
     38  LoadConst r2, k0                   ; none
     39  StoreGlobal r2!, n3                ; error
     40  DelGlobal n3                       ; error
     41  Clear r0
     42  PopExc r1
     43  Jump @51
     44  LoadConst r3, k0                   ; none
     45  StoreGlobal r3!, n3                ; error
     46  DelGlobal n3                       ; error
     47  Reraise r2
     48  Reraise r0
     49  PopExc r1
     50  Reraise r2
  .line 13
     51  LoadGlobal r0, n0                  ; f
     52  LoadInt r1, 1
     53  Call r0, 1
     54  Clear r0
     55  Jump @78
  .line 14
     56  PushExc r1, r0
     57  LoadGlobal r2, n2                  ; TypeError
     58  MatchExc r3, r0, r2!
     59  JumpIfFalse r3!, @75
     60  StoreGlobal r0, n3                 ; error
  .line 15
     61  LoadGlobal r2, n1                  ; print
     62  LoadGlobal r3, n3                  ; error
     63  Call r2, 1
     64  Clear r2
     65  LoadConst r2, k0                   ; none
     66  StoreGlobal r2!, n3                ; error
     67  DelGlobal n3                       ; error
     68  Clear r0
     69  PopExc r1
     70  Jump @78
     71  LoadConst r3, k0                   ; none
     72  StoreGlobal r3!, n3                ; error
     73  DelGlobal n3                       ; error
     74  Reraise r2
     75  Reraise r0
     76  PopExc r1
     77  Reraise r2
  .line 18
     78  LoadConst r1, k0                   ; none
     79  LoadConst r5, k5                   ; str "sep"
     80  LoadConst r6, k6                   ; str "-"
     81  BuildMap r2, r5, 1
     82  LoadConst r3, k0                   ; none
     83  LoadConst r4, k0                   ; none
     84  MakeFunction r0, k7, r1            ; code 2
     85  StoreGlobal r0!, n4                ; g
  .line 22
     86  LoadGlobal r0, n1                  ; print
     87  LoadGlobal r1, n4                  ; g
     88  LoadConst r2, k8                   ; str "a"
     89  LoadConst r3, k9                   ; str "b"
     90  Call r1, 2
     91  LoadGlobal r2, n4                  ; g
     92  LoadConst r3, k8                   ; str "a"
     93  LoadConst r4, k9                   ; str "b"
     94  LoadConst r5, k10                  ; str "+"
     95  CallKw r2, 3, k11                  ; tuple(str "sep")
     96  Call r0, 2
     97  Clear r0
     98  LoadConst r0, k0                   ; none
     99  Return r0
.end

.code 1
  .name "f"
  .qualified "f"
  .file "tests/lang/functions/keyword_only.py"
  .first_line 2
  .parameters 1 0 2                         ; positional, positional-only ones of them, keyword-only
  .registers 3 5                            ; locals, all
  .local "a"                                ; r0
  .local "b"                                ; r1
  .local "c"                                ; r2
  .const none                               ; k0
  .line 3
      0  Add r4, r0, r1                     ; a, b
      1  Add r3, r4!, r2                    ; c
      2  Return r3
      3  LoadConst r3, k0                   ; none
      4  Return r3
.end

.code 2
  .name "g"
  .qualified "g"
  .file "tests/lang/functions/keyword_only.py"
  .first_line 18
  .flags varargs
  .parameters 0 0 1                         ; positional, positional-only ones of them, keyword-only
  .registers 2 5                            ; locals, all
  .local "sep"                              ; r0
  .local "args"                             ; r1
  .global "join"                            ; n0
  .const none                               ; k0
  .line 19
      0  LoadMethod r2, r0, n0              ; sep, join
      1  Move r4, r1                        ; args
      2  CallMethod r2, 1
      3  Return r2
      4  LoadConst r2, k0                   ; none
      5  Return r2
.end
