.code 0
  .name "<module>"
  .qualified "<module>"
  .file "tests/lang/exceptions/finally_overrides.py"
  .first_line 1
  .flags module
  .registers 0 7                            ; locals, all
  .global "KeyError"                        ; n0
  .global "e"                               ; n1
  .global "print"                           ; n2
  .global "repr"                            ; n3
  .global "__context__"                     ; n4
  .const str "k"                            ; k0
  .const none                               ; k1
  .handler 0 4 9 0 0                        ; start, end, handler, depth, target
  .handler 10 14 16 2 2                     ; start, end, handler, depth, target
  .handler 0 18 19 0 0                      ; start, end, handler, depth, target
  .handler 24 34 40 2 2                     ; start, end, handler, depth, target
  .handler 20 45 45 2 2                     ; start, end, handler, depth, target
  .line 4
      0  LoadInt r1, 1
      1  LoadInt r2, 0
      2  TrueDiv r0, r1!, r2!
      3  Clear r0
  .line 6
      4  BuildMap r1, r2, 0
      5  LoadConst r2, k0                   ; str "k"
      6  GetItem r0, r1!, r2!
      7  Clear r0
      8  Jump @18
      9  PushExc r1, r0
     10  BuildMap r3, r4, 0
     11  LoadConst r4, k0                   ; str "k"
     12  GetItem r2, r3!, r4!
     13  Clear r2
     14  PopExc r1
     15  Reraise r0
     16  PopExc r1
     17  Reraise r2
     18  Jump @47
  .line 7
     19  PushExc r1, r0
     20  LoadGlobal r2, n0                  ; KeyError
     21  MatchExc r3, r0, r2!
     22  JumpIfFalse r3!, @44
     23  StoreGlobal r0, n1                 ; e
  .line 8
     24  LoadGlobal r2, n2                  ; print
     25  LoadGlobal r3, n3                  ; repr
     26  LoadGlobal r4, n1                  ; e
     27  Call r3, 1
     28  LoadGlobal r4, n3                  ; repr
     29  LoadGlobal r6, n1                  ; e
     30  LoadAttr r5, r6!, n4               ; __context__
     31  Call r4, 1
     32  Call r2, 2
     33  Clear r2
     34  LoadConst r2, k1                   ; none
     35  StoreGlobal r2!, n1                ; e
     36  DelGlobal n1                       ; e
     37  Clear r0
     38  PopExc r1
     39  Jump @47
     40  LoadConst r3, k1                   ; none
     41  StoreGlobal r3!, n1                ; e
     42  DelGlobal n1                       ; e
     43  Reraise r2
     44  Reraise r0
     45  PopExc r1
     46  Reraise r2
     47  LoadConst r0, k1                   ; none
     48  Return r0
.end
