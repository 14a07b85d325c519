.code 0
  .name "<module>"
  .qualified "<module>"
  .file "tests/lang/closures/counter.py"
  .first_line 1
  .flags module
  .registers 0 5                            ; locals, all
  .global "make"                            ; n0
  .global "up"                              ; n1
  .global "get"                             ; n2
  .global "other"                           ; n3
  .global "_"                               ; n4
  .global "print"                           ; n5
  .const none                               ; k0
  .const code 1                             ; k1
  .line 2
      0  LoadConst r1, k0                   ; none
      1  LoadConst r2, k0                   ; none
      2  LoadConst r3, k0                   ; none
      3  LoadConst r4, k0                   ; none
      4  MakeFunction r0, k1, r1            ; code 1
      5  StoreGlobal r0!, n0                ; make
  .line 16
      6  LoadGlobal r0, n0                  ; make
      7  Call r0, 0
      8  Unpack r1, r0!, 2
      9  StoreGlobal r1!, n1                ; up
     10  StoreGlobal r2!, n2                ; get
  .line 17
     11  LoadGlobal r0, n0                  ; make
     12  Call r0, 0
     13  Unpack r1, r0!, 2
     14  StoreGlobal r1!, n3                ; other
     15  StoreGlobal r2!, n4                ; _
  .line 18
     16  LoadGlobal r0, n5                  ; print
     17  LoadGlobal r1, n1                  ; up
     18  Call r1, 0
     19  LoadGlobal r2, n1                  ; up
     20  Call r2, 0
     21  LoadGlobal r3, n2                  ; get
     22  Call r3, 0
     23  Call r0, 3
     24  Clear r0
  .line 19
     25  LoadGlobal r0, n5                  ; print
     26  LoadGlobal r1, n3                  ; other
     27  Call r1, 0
     28  LoadGlobal r2, n2                  ; get
     29  Call r2, 0
     30  Call r0, 2
     31  Clear r0
     32  LoadConst r0, k0                   ; none
     33  Return r0
.end

.code 1
  .name "make"
  .qualified "make"
  .file "tests/lang/closures/counter.py"
  .first_line 2
  .registers 3 9                            ; locals, all
  .local "n"                                ; r0
  .local "up"                               ; r1
  .local "get"                              ; r2
  .cells 0
  .const none                               ; k0
  .const code 2                             ; k1
  .const code 3                             ; k2
  .line 2
      0  MakeCell r0                        ; n
  .line 3
      1  LoadInt r3, 0
      2  StoreCell r0, r3!                  ; n
  .line 5
      3  LoadConst r4, k0                   ; none
      4  LoadConst r5, k0                   ; none
      5  LoadConst r6, k0                   ; none
      6  Move r8, r0                        ; n
      7  BuildTuple r7, r8, 1
      8  MakeFunction r3, k1, r4            ; code 2
      9  Move r1, r3!                       ; up
  .line 10
     10  LoadConst r4, k0                   ; none
     11  LoadConst r5, k0                   ; none
     12  LoadConst r6, k0                   ; none
     13  Move r8, r0                        ; n
     14  BuildTuple r7, r8, 1
     15  MakeFunction r3, k2, r4            ; code 3
     16  Move r2, r3!                       ; get
  .line 13
     17  Move r4, r1                        ; up
     18  Move r5, r2                        ; get
     19  BuildTuple r3, r4, 2
     20  Return r3
     21  LoadConst r3, k0                   ; none
     22  Return r3
.end

.code 2
  .name "up"
  .qualified "make.<locals>.up"
  .file "tests/lang/closures/counter.py"
  .first_line 5
  .registers 0 1                            ; locals, all
  .free "n"                                 ; f0
  .const none                               ; k0
  .line 7
      0  LoadFree r0, 0
      1  AddInt.x r0, r0!, 1
      2  StoreFree r0!, 0
  .line 8
      3  LoadFree r0, 0
      4  Return r0
      5  LoadConst r0, k0                   ; none
      6  Return r0
.end

.code 3
  .name "get"
  .qualified "make.<locals>.get"
  .file "tests/lang/closures/counter.py"
  .first_line 10
  .registers 0 1                            ; locals, all
  .free "n"                                 ; f0
  .const none                               ; k0
  .line 11
      0  LoadFree r0, 0
      1  Return r0
      2  LoadConst r0, k0                   ; none
      3  Return r0
.end
