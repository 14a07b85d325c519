.code 0
  .name "<module>"
  .qualified "<module>"
  .file "tests/lang/classes/property.py"
  .first_line 1
  .flags module
  .registers 0 8                            ; locals, all
  .global "Circle"                          ; n0
  .global "c"                               ; n1
  .global "r"                               ; n2
  .global "print"                           ; n3
  .global "area"                            ; n4
  .global "__doc__"                         ; n5
  .global "wrong"                           ; n6
  .global "ValueError"                      ; n7
  .global "AttributeError"                  ; n8
  .global "error"                           ; n9
  .global "type"                            ; n10
  .global "__name__"                        ; n11
  .global "hasattr"                         ; n12
  .const none                               ; k0
  .const code 1                             ; k1
  .const str "Circle"                       ; k2
  .const code 2                             ; k3
  .const code 3                             ; k4
  .const str "r"                            ; k5
  .handler 41 44 45 1 1                     ; start, end, handler, depth, target
  .handler 52 60 66 3 3                     ; start, end, handler, depth, target
  .handler 46 71 71 3 3                     ; start, end, handler, depth, target
  .line 2
      0  LoadBuildClass r0
      1  LoadConst r2, k0                   ; none
      2  LoadConst r3, k0                   ; none
      3  LoadConst r4, k0                   ; none
      4  LoadConst r5, k0                   ; none
      5  MakeFunction r1, k1, r2            ; code 1
      6  LoadConst r2, k2                   ; str "Circle"
      7  Call r0, 2
      8  StoreGlobal r0!, n0                ; Circle
  .line 27
      9  LoadGlobal r0, n0                  ; Circle
     10  LoadInt r1, 2
     11  Call r0, 1
     12  StoreGlobal r0!, n1                ; c
  .line 28
     13  LoadGlobal r0, n1                  ; c
     14  LoadAttr r1, r0, n2                ; r
     15  AddInt.x r1, r1!, 1
     16  StoreAttr r0!, n2, r1!             ; r
  .line 29
     17  LoadGlobal r0, n3                  ; print
     18  LoadGlobal r2, n1                  ; c
     19  LoadAttr r1, r2!, n2               ; r
     20  LoadGlobal r3, n1                  ; c
     21  LoadAttr r2, r3!, n4               ; area
     22  LoadGlobal r5, n0                  ; Circle
     23  LoadAttr r4, r5!, n4               ; area
     24  LoadAttr r3, r4!, n5               ; __doc__
     25  Call r0, 3
     26  Clear r0
  .line 30
     27  LoadConst r3, k0                   ; none
     28  LoadConst r4, k0                   ; none
     29  LoadConst r5, k0                   ; none
     30  LoadConst r6, k0                   ; none
     31  MakeFunction r2, k3, r3            ; code 2
     32  LoadConst r4, k0                   ; none
     33  LoadConst r5, k0                   ; none
     34  LoadConst r6, k0                   ; none
     35  LoadConst r7, k0                   ; none
     36  MakeFunction r3, k4, r4            ; code 3
     37  BuildTuple r1, r2, 2
     38  GetIter r0, r1!
     39  Jump @73
     40  StoreGlobal r1!, n6                ; wrong
  .line 32
     41  LoadGlobal r1, n6                  ; wrong
     42  Call r1, 0
     43  Clear r1
     44  Jump @73
  .line 33
     45  PushExc r2, r1
     46  LoadGlobal r4, n7                  ; ValueError
     47  LoadGlobal r5, n8                  ; AttributeError
     48  BuildTuple r3, r4, 2
     49  MatchExc r4, r1, r3!
     50  JumpIfFalse r4!, @70
     51  StoreGlobal r1, n9                 ; error
  .line 34
     52  LoadGlobal r3, n3                  ; print
     53  LoadGlobal r5, n10                 ; type
     54  LoadGlobal r6, n9                  ; error
     55  Call r5, 1
     56  LoadAttr r4, r5!, n11              ; __name__
     57  LoadGlobal r5, n9                  ; error
     58  Call r3, 2
     59  Clear r3
     60  LoadConst r3, k0                   ; none
     61  StoreGlobal r3!, n9                ; error
     62  DelGlobal n9                       ; error
     63  Clear r1
     64  PopExc r2
     65  Jump @73
     66  LoadConst r4, k0                   ; none
     67  StoreGlobal r4!, n9                ; error
     68  DelGlobal n9                       ; error
     69  Reraise r3
     70  Reraise r1
     71  PopExc r2
     72  Reraise r3
  .line 30
     73  ForLoop r0, r1, @40
  .line 35
     74  LoadGlobal r0, n1                  ; c
     75  DelAttr r0!, n2                    ; r
  .line 36
     76  LoadGlobal r0, n3                  ; print
     77  LoadGlobal r1, n12                 ; hasattr
     78  LoadGlobal r2, n1                  ; c
     79  LoadConst r3, k5                   ; str "r"
     80  Call r1, 2
     81  Call r0, 1
     82  Clear r0
     83  LoadConst r0, k0                   ; none
     84  Return r0
.end

.code 1
  .name "Circle"
  .qualified "Circle"
  .file "tests/lang/classes/property.py"
  .first_line 2
  .flags namespace
  .registers 0 6                            ; locals, all
  .global "__name__"                        ; n0
  .global "__module__"                      ; n1
  .global "__qualname__"                    ; n2
  .global "__init__"                        ; n3
  .global "property"                        ; n4
  .global "r"                               ; n5
  .global "setter"                          ; n6
  .global "deleter"                         ; n7
  .global "area"                            ; n8
  .const str "Circle"                       ; k0
  .const none                               ; k1
  .const code 4                             ; k2
  .const code 5                             ; k3
  .const code 6                             ; k4
  .const code 7                             ; k5
  .const code 8                             ; k6
  .line 2
      0  LoadGlobal r0, n0                  ; __name__
      1  StoreName r0!, n1                  ; __module__
      2  LoadConst r0, k0                   ; str "Circle"
      3  StoreName r0!, n2                  ; __qualname__
  .line 3
      4  LoadConst r1, k1                   ; none
      5  LoadConst r2, k1                   ; none
      6  LoadConst r3, k1                   ; none
      7  LoadConst r4, k1                   ; none
      8  MakeFunction r0, k2, r1            ; code 4
      9  StoreName r0!, n3                  ; __init__
  .line 6
     10  LoadName r0, n4                    ; property
     11  LoadConst r2, k1                   ; none
     12  LoadConst r3, k1                   ; none
     13  LoadConst r4, k1                   ; none
     14  LoadConst r5, k1                   ; none
     15  MakeFunction r1, k3, r2            ; code 5
     16  Call r0, 1
  .line 7
     17  StoreName r0!, n5                  ; r
  .line 10
     18  LoadName r1, n5                    ; r
     19  LoadAttr r0, r1!, n6               ; setter
     20  LoadConst r2, k1                   ; none
     21  LoadConst r3, k1                   ; none
     22  LoadConst r4, k1                   ; none
     23  LoadConst r5, k1                   ; none
     24  MakeFunction r1, k4, r2            ; code 6
     25  Call r0, 1
  .line 11
     26  StoreName r0!, n5                  ; r
  .line 16
     27  LoadName r1, n5                    ; r
     28  LoadAttr r0, r1!, n7               ; deleter
     29  LoadConst r2, k1                   ; none
     30  LoadConst r3, k1                   ; none
     31  LoadConst r4, k1                   ; none
     32  LoadConst r5, k1                   ; none
     33  MakeFunction r1, k5, r2            ; code 7
     34  Call r0, 1
  .line 17
     35  StoreName r0!, n5                  ; r
  .line 21
     36  LoadName r0, n4                    ; property
     37  LoadConst r2, k1                   ; none
     38  LoadConst r3, k1                   ; none
     39  LoadConst r4, k1                   ; none
     40  LoadConst r5, k1                   ; none
     41  MakeFunction r1, k6, r2            ; code 8
     42  Call r0, 1
  .line 22
     43  StoreName r0!, n8                  ; area
     44  LoadConst r0, k1                   ; none
     45  Return r0
.end

.code 2
  .name "<lambda>"
  .qualified "<lambda>"
  .file "tests/lang/classes/property.py"
  .first_line 30
  .registers 0 4                            ; locals, all
  .global "setattr"                         ; n0
  .global "c"                               ; n1
  .const str "r"                            ; k0
  .const int -1                             ; k1
  .line 30
      0  LoadGlobal r0, n0                  ; setattr
      1  LoadGlobal r1, n1                  ; c
      2  LoadConst r2, k0                   ; str "r"
      3  LoadConst r3, k1                   ; int -1
      4  Call r0, 3
      5  Return r0
.end

.code 3
  .name "<lambda>"
  .qualified "<lambda>"
  .file "tests/lang/classes/property.py"
  .first_line 30
  .registers 0 4                            ; locals, all
  .global "setattr"                         ; n0
  .global "c"                               ; n1
  .const str "area"                         ; k0
  .line 30
      0  LoadGlobal r0, n0                  ; setattr
      1  LoadGlobal r1, n1                  ; c
      2  LoadConst r2, k0                   ; str "area"
      3  LoadInt r3, 1
      4  Call r0, 3
      5  Return r0
.end

.code 4
  .name "__init__"
  .qualified "Circle.__init__"
  .file "tests/lang/classes/property.py"
  .first_line 3
  .parameters 2 0 0                         ; positional, positional-only ones of them, keyword-only
  .registers 2 3                            ; locals, all
  .local "self"                             ; r0
  .local "r"                                ; r1
  .global "r"                               ; n0
  .const none                               ; k0
  .line 4
      0  StoreAttr r0, n0, r1               ; self, r, r
      1  LoadConst r2, k0                   ; none
      2  Return r2
.end

.code 5
  .name "r"
  .qualified "Circle.r"
  .file "tests/lang/classes/property.py"
  .first_line 7
  .parameters 1 0 0                         ; positional, positional-only ones of them, keyword-only
  .registers 1 2                            ; locals, all
  .local "self"                             ; r0
  .global "_r"                              ; n0
  .const none                               ; k0
  .line 8
      0  LoadAttr r1, r0, n0                ; self, _r
      1  Return r1
      2  LoadConst r1, k0                   ; none
      3  Return r1
.end

.code 6
  .name "r"
  .qualified "Circle.r"
  .file "tests/lang/classes/property.py"
  .first_line 11
  .parameters 2 0 0                         ; positional, positional-only ones of them, keyword-only
  .registers 2 4                            ; locals, all
  .local "self"                             ; r0
  .local "value"                            ; r1
  .global "ValueError"                      ; n0
  .global "_r"                              ; n1
  .const str "negative radius"              ; k0
  .const none                               ; k1
  .line 12
      0  JumpLtInt.x r1, 0, @5              ; value
  .line 13
      1  LoadGlobal r2, n0                  ; ValueError
      2  LoadConst r3, k0                   ; str "negative radius"
      3  Call r2, 1
      4  Raise/1 r2!, r0                    ; self
  .line 14
      5  StoreAttr r0, n1, r1               ; self, _r, value
      6  LoadConst r2, k1                   ; none
      7  Return r2
.end

.code 7
  .name "r"
  .qualified "Circle.r"
  .file "tests/lang/classes/property.py"
  .first_line 17
  .parameters 1 0 0                         ; positional, positional-only ones of them, keyword-only
  .registers 1 3                            ; locals, all
  .local "self"                             ; r0
  .global "print"                           ; n0
  .global "_r"                              ; n1
  .const str "deleting"                     ; k0
  .const none                               ; k1
  .line 18
      0  LoadGlobal r1, n0                  ; print
      1  LoadConst r2, k0                   ; str "deleting"
      2  Call r1, 1
      3  Clear r1
  .line 19
      4  DelAttr r0, n1                     ; self, _r
      5  LoadConst r1, k1                   ; none
      6  Return r1
.end

.code 8
  .name "area"
  .qualified "Circle.area"
  .file "tests/lang/classes/property.py"
  .doc "Twice the square."
  .first_line 22
  .parameters 1 0 0                         ; positional, positional-only ones of them, keyword-only
  .registers 1 6                            ; locals, all
  .local "self"                             ; r0
  .global "_r"                              ; n0
  .const none                               ; k0
  .line 24
      0  LoadInt r2, 2
      1  LoadAttr r4, r0, n0                ; self, _r
      2  LoadInt r5, 2
      3  Pow r3, r4!, r5!
      4  Mul r1, r2!, r3!
      5  Return r1
      6  LoadConst r1, k0                   ; none
      7  Return r1
.end
