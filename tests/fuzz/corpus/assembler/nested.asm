.code 0
  .name "<module>"
  .qualified "<module>"
  .file "tests/lang/comprehensions/nested.py"
  .first_line 1
  .flags module
  .registers 0 9                            ; locals, all
  .global "print"                           ; n0
  .global "range"                           ; n1
  .const none                               ; k0
  .const code 1                             ; k1
  .const code 2                             ; k2
  .const tuple(str "ab", str "cd")          ; k3
  .const code 3                             ; k4
  .line 2
      0  LoadGlobal r0, n0                  ; print
      1  LoadConst r3, k0                   ; none
      2  LoadConst r4, k0                   ; none
      3  LoadConst r5, k0                   ; none
      4  LoadConst r6, k0                   ; none
      5  MakeFunction r2, k1, r3            ; code 1
      6  LoadGlobal r4, n1                  ; range
      7  LoadInt r5, 3
      8  Call r4, 1
      9  GetIter r3, r4!
     10  Call r2, 1
     11  Move r1, r2!
     12  LoadConst r4, k0                   ; none
     13  LoadConst r5, k0                   ; none
     14  LoadConst r6, k0                   ; none
     15  LoadConst r7, k0                   ; none
     16  MakeFunction r3, k2, r4            ; code 2
     17  LoadConst r5, k3                   ; tuple(str "ab", str "cd")
     18  GetIter r4, r5!
     19  Call r3, 1
     20  Move r2, r3!
     21  LoadConst r5, k0                   ; none
     22  LoadConst r6, k0                   ; none
     23  LoadConst r7, k0                   ; none
     24  LoadConst r8, k0                   ; none
     25  MakeFunction r4, k4, r5            ; code 3
     26  LoadGlobal r6, n1                  ; range
     27  LoadInt r7, 3
     28  Call r6, 1
     29  GetIter r5, r6!
     30  Call r4, 1
     31  Move r3, r4!
     32  Call r0, 3
     33  Clear r0
     34  LoadConst r0, k0                   ; none
     35  Return r0
.end

.code 1
  .name "<listcomp>"
  .qualified "<listcomp>"
  .file "tests/lang/comprehensions/nested.py"
  .first_line 2
  .parameters 1 0 0                         ; positional, positional-only ones of them, keyword-only
  .registers 3 8                            ; locals, all
  .local ".0"                               ; r0
  .local "a"                                ; r1
  .local "b"                                ; r2
  .global "range"                           ; n0
  .line 2
      0  BuildList r3, r3, 0
      1  GetIter r0, r0                     ; .0, .0
      2  Jump @14
      3  JumpIfFalse r1, @14                ; a
      4  LoadGlobal r5, n0                  ; range
      5  Move r6, r1                        ; a
      6  Call r5, 1
      7  GetIter r4, r5!
      8  Jump @13
      9  Move r6, r1                        ; a
     10  Move r7, r2                        ; b
     11  BuildTuple r5, r6, 2
     12  ListAppend r3, r5!
     13  ForLoop r4, r2, @9                 ; b
     14  ForLoop r0, r1, @3                 ; .0, a
     15  Return r3
.end

.code 2
  .name "<listcomp>"
  .qualified "<listcomp>"
  .file "tests/lang/comprehensions/nested.py"
  .first_line 2
  .parameters 1 0 0                         ; positional, positional-only ones of them, keyword-only
  .registers 2 9                            ; locals, all
  .local ".0"                               ; r0
  .local "r"                                ; r1
  .const none                               ; k0
  .const code 4                             ; k1
  .line 2
      0  BuildList r2, r2, 0
      1  GetIter r0, r0                     ; .0, .0
      2  Jump @12
      3  LoadConst r5, k0                   ; none
      4  LoadConst r6, k0                   ; none
      5  LoadConst r7, k0                   ; none
      6  LoadConst r8, k0                   ; none
      7  MakeFunction r4, k1, r5            ; code 4
      8  GetIter r5, r1                     ; r
      9  Call r4, 1
     10  Move r3, r4!
     11  ListAppend r2, r3!
     12  ForLoop r0, r1, @3                 ; .0, r
     13  Return r2
.end

.code 3
  .name "<dictcomp>"
  .qualified "<dictcomp>"
  .file "tests/lang/comprehensions/nested.py"
  .first_line 2
  .parameters 1 0 0                         ; positional, positional-only ones of them, keyword-only
  .registers 2 10                           ; locals, all
  .local ".0"                               ; r0
  .local "a"                                ; r1
  .global "range"                           ; n0
  .const none                               ; k0
  .const code 5                             ; k1
  .line 2
      0  BuildMap r2, r2, 0
      1  GetIter r0, r0                     ; .0, .0
      2  Jump @16
      3  Move r3, r1                        ; a
      4  LoadConst r6, k0                   ; none
      5  LoadConst r7, k0                   ; none
      6  LoadConst r8, k0                   ; none
      7  LoadConst r9, k0                   ; none
      8  MakeFunction r5, k1, r6            ; code 5
      9  LoadGlobal r7, n0                  ; range
     10  Move r8, r1                        ; a
     11  Call r7, 1
     12  GetIter r6, r7!
     13  Call r5, 1
     14  Move r4, r5!
     15  MapAdd r2, r3!, r4!
     16  ForLoop r0, r1, @3                 ; .0, a
     17  Return r2
.end

.code 4
  .name "<listcomp>"
  .qualified "<listcomp>.<locals>.<listcomp>"
  .file "tests/lang/comprehensions/nested.py"
  .first_line 2
  .parameters 1 0 0                         ; positional, positional-only ones of them, keyword-only
  .registers 2 4                            ; locals, all
  .local ".0"                               ; r0
  .local "c"                                ; r1
  .line 2
      0  BuildList r2, r2, 0
      1  GetIter r0, r0                     ; .0, .0
      2  Jump @5
      3  Move r3, r1                        ; c
      4  ListAppend r2, r3!
      5  ForLoop r0, r1, @3                 ; .0, c
      6  Return r2
.end

.code 5
  .name "<listcomp>"
  .qualified "<dictcomp>.<locals>.<listcomp>"
  .file "tests/lang/comprehensions/nested.py"
  .first_line 2
  .parameters 1 0 0                         ; positional, positional-only ones of them, keyword-only
  .registers 2 4                            ; locals, all
  .local ".0"                               ; r0
  .local "b"                                ; r1
  .line 2
      0  BuildList r2, r2, 0
      1  GetIter r0, r0                     ; .0, .0
      2  Jump @5
      3  Move r3, r1                        ; b
      4  ListAppend r2, r3!
      5  ForLoop r0, r1, @3                 ; .0, b
      6  Return r2
.end
