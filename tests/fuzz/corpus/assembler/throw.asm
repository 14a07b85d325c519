.code 0
  .name "<module>"
  .qualified "<module>"
  .file "tests/lang/generators/throw.py"
  .first_line 1
  .flags module
  .registers 0 5                            ; locals, all
  .global "worker"                          ; n0
  .global "g"                               ; n1
  .global "print"                           ; n2
  .global "next"                            ; n3
  .global "throw"                           ; n4
  .global "ValueError"                      ; n5
  .global "KeyError"                        ; n6
  .global "error"                           ; n7
  .const none                               ; k0
  .const code 1                             ; k1
  .const str "bad"                          ; k2
  .const str "other"                        ; k3
  .const str "passed on"                    ; k4
  .const str "finished"                     ; k5
  .handler 30 37 38 0 0                     ; start, end, handler, depth, target
  .handler 43 48 54 2 2                     ; start, end, handler, depth, target
  .handler 39 59 59 2 2                     ; start, end, handler, depth, target
  .line 2
      0  LoadConst r1, k0                   ; none
      1  LoadConst r2, k0                   ; none
      2  LoadConst r3, k0                   ; none
      3  LoadConst r4, k0                   ; none
      4  MakeFunction r0, k1, r1            ; code 1
      5  StoreGlobal r0!, n0                ; worker
  .line 11
      6  LoadGlobal r0, n0                  ; worker
      7  Call r0, 0
      8  StoreGlobal r0!, n1                ; g
  .line 12
      9  LoadGlobal r0, n2                  ; print
     10  LoadGlobal r1, n3                  ; next
     11  LoadGlobal r2, n1                  ; g
     12  Call r1, 1
     13  Call r0, 1
     14  Clear r0
  .line 13
     15  LoadGlobal r0, n2                  ; print
     16  LoadGlobal r3, n1                  ; g
     17  LoadMethod r1, r3!, n4             ; throw
     18  LoadGlobal r3, n5                  ; ValueError
     19  LoadConst r4, k2                   ; str "bad"
     20  Call r3, 1
     21  CallMethod r1, 1
     22  Call r0, 1
     23  Clear r0
  .line 14
     24  LoadGlobal r0, n2                  ; print
     25  LoadGlobal r1, n3                  ; next
     26  LoadGlobal r2, n1                  ; g
     27  Call r1, 1
     28  Call r0, 1
     29  Clear r0
  .line 16
     30  LoadGlobal r2, n1                  ; g
     31  LoadMethod r0, r2!, n4             ; throw
     32  LoadGlobal r2, n6                  ; KeyError
     33  LoadConst r3, k3                   ; str "other"
     34  Call r2, 1
     35  CallMethod r0, 1
     36  Clear r0
     37  Jump @61
  .line 17
     38  PushExc r1, r0
     39  LoadGlobal r2, n6                  ; KeyError
     40  MatchExc r3, r0, r2!
     41  JumpIfFalse r3!, @58
     42  StoreGlobal r0, n7                 ; error
  .line 18
     43  LoadGlobal r2, n2                  ; print
     44  LoadConst r3, k4                   ; str "passed on"
     45  LoadGlobal r4, n7                  ; error
     46  Call r2, 2
     47  Clear r2
     48  LoadConst r2, k0                   ; none
     49  StoreGlobal r2!, n7                ; error
     50  DelGlobal n7                       ; error
     51  Clear r0
     52  PopExc r1
     53  Jump @61
     54  LoadConst r3, k0                   ; none
     55  StoreGlobal r3!, n7                ; error
     56  DelGlobal n7                       ; error
     57  Reraise r2
     58  Reraise r0
     59  PopExc r1
     60  Reraise r2
  .line 19
     61  LoadGlobal r0, n2                  ; print
     62  LoadGlobal r1, n3                  ; next
     63  LoadGlobal r2, n1                  ; g
     64  LoadConst r3, k5                   ; str "finished"
     65  Call r1, 2
     66  Call r0, 1
     67  Clear r0
     68  LoadConst r0, k0                   ; none
     69  Return r0
.end

.code 1
  .name "worker"
  .qualified "worker"
  .file "tests/lang/generators/throw.py"
  .first_line 2
  .flags generator
  .registers 1 6                            ; locals, all
  .local "error"                            ; r0
  .global "ValueError"                      ; n0
  .global "print"                           ; n1
  .global "error"                           ; n2
  .const str "ready"                        ; k0
  .const str "caught"                       ; k1
  .const str "recovered"                    ; k2
  .const none                               ; k3
  .handler 0 3 4 1 1                        ; start, end, handler, depth, target
  .handler 9 18 24 3 3                      ; start, end, handler, depth, target
  .handler 5 29 29 3 3                      ; start, end, handler, depth, target
  .line 5
      0  LoadConst r2, k0                   ; str "ready"
      1  Yield r1, r2!
      2  Clear r1
      3  Jump @31
  .line 6
      4  PushExc r2, r1
      5  LoadGlobal r3, n0                  ; ValueError
      6  MatchExc r4, r1, r3!
      7  JumpIfFalse r4!, @28
      8  Move r0, r1                        ; error
  .line 7
      9  LoadGlobal r3, n1                  ; print
     10  LoadConst r4, k1                   ; str "caught"
     11  CheckBound r0, n2                  ; error, error
     12  Move r5, r0                        ; error
     13  Call r3, 2
     14  Clear r3
  .line 8
     15  LoadConst r4, k2                   ; str "recovered"
     16  Yield r3, r4!
     17  Clear r3
     18  LoadConst r3, k3                   ; none
     19  Move r0, r3!                       ; error
     20  DelLocal r0, n2                    ; error, error
     21  Clear r1
     22  PopExc r2
     23  Jump @31
     24  LoadConst r4, k3                   ; none
     25  Move r0, r4!                       ; error
     26  DelLocal r0, n2                    ; error, error
     27  Reraise r3
     28  Reraise r1
     29  PopExc r2
     30  Reraise r3
  .line 3
     31  Jump @0
     32  LoadConst r1, k3                   ; none
     33  Return r1
.end
