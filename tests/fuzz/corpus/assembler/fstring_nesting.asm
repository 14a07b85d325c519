.code 0
  .name "<module>"
  .qualified "<module>"
  .file "tests/lang/strings/fstring_nesting.py"
  .first_line 1
  .flags module
  .registers 0 15                           ; locals, all
  .global "w"                               ; n0
  .global "d"                               ; n1
  .global "print"                           ; n2
  .global "range"                           ; n3
  .const str "k"                            ; k0
  .const str "x"                            ; k1
  .const str ">"                            ; k2
  .const str "|"                            ; k3
  .const none                               ; k4
  .const code 1                             ; k5
  .const code 2                             ; k6
  .const str "a"                            ; k7
  .line 2
      0  LoadInt r0, 10
      1  LoadConst r2, k0                   ; str "k"
      2  LoadInt r4, 1
      3  LoadInt r5, 2
      4  BuildList r3, r4, 2
      5  BuildMap r1, r2, 1
      6  StoreGlobal r0!, n0                ; w
      7  StoreGlobal r1!, n1                ; d
  .line 3
      8  LoadGlobal r0, n2                  ; print
      9  LoadConst r3, k1                   ; str "x"
     10  LoadConst r5, k2                   ; str ">"
     11  LoadGlobal r7, n0                  ; w
     12  FormatValue r6, r7!, 0
     13  BuildString r4, r5, 2
     14  FormatValue r2, r3!, 4
     15  LoadConst r3, k3                   ; str "|"
     16  LoadGlobal r7, n1                  ; d
     17  LoadConst r8, k0                   ; str "k"
     18  GetItem r6, r7!, r8!
     19  LoadInt r7, 1
     20  GetItem r5, r6!, r7!
     21  FormatValue r4, r5!, 0
     22  LoadConst r5, k3                   ; str "|"
     23  LoadConst r9, k4                   ; none
     24  LoadConst r10, k4                  ; none
     25  LoadConst r11, k4                  ; none
     26  LoadConst r12, k4                  ; none
     27  MakeFunction r8, k5, r9            ; code 1
     28  LoadGlobal r10, n3                 ; range
     29  LoadInt r11, 3
     30  Call r10, 1
     31  GetIter r9, r10!
     32  Call r8, 1
     33  Move r7, r8!
     34  FormatValue r6, r7!, 0
     35  LoadConst r7, k3                   ; str "|"
     36  LoadConst r10, k4                  ; none
     37  LoadConst r11, k4                  ; none
     38  LoadConst r12, k4                  ; none
     39  LoadConst r13, k4                  ; none
     40  MakeFunction r9, k6, r10           ; code 2
     41  LoadInt r10, 4
     42  Call r9, 1
     43  FormatValue r8, r9!, 0
     44  LoadConst r9, k3                   ; str "|"
     45  LoadConst r13, k7                  ; str "a"
     46  LoadInt r14, 1
     47  BuildMap r12, r13, 1
     48  LoadConst r13, k7                  ; str "a"
     49  GetItem r11, r12!, r13!
     50  FormatValue r10, r11!, 0
     51  LoadConst r11, k3                  ; str "|"
     52  LoadGlobal r14, n0                 ; w
     53  JumpIfFalse r14!, @56
     54  LoadInt r13, 1
     55  Jump @57
     56  LoadInt r13, 2
     57  FormatValue r12, r13!, 0
     58  BuildString r1, r2, 11
     59  Call r0, 1
     60  Clear r0
     61  LoadConst r0, k4                   ; none
     62  Return r0
.end

.code 1
  .name "<listcomp>"
  .qualified "<listcomp>"
  .file "tests/lang/strings/fstring_nesting.py"
  .first_line 3
  .parameters 1 0 0                         ; positional, positional-only ones of them, keyword-only
  .registers 2 4                            ; locals, all
  .local ".0"                               ; r0
  .local "i"                                ; r1
  .line 3
      0  BuildList r2, r2, 0
      1  GetIter r0, r0                     ; .0, .0
      2  Jump @5
      3  Move r3, r1                        ; i
      4  ListAppend r2, r3!
      5  ForLoop r0, r1, @3                 ; .0, i
      6  Return r2
.end

.code 2
  .name "<lambda>"
  .qualified "<lambda>"
  .file "tests/lang/strings/fstring_nesting.py"
  .first_line 3
  .parameters 1 0 0                         ; positional, positional-only ones of them, keyword-only
  .registers 1 3                            ; locals, all
  .local "q"                                ; r0
  .line 3
      0  LoadInt r2, 2
      1  Mul r1, r0, r2!                    ; q
      2  Return r1
.end
