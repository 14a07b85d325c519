.code 0
  .name "<module>"
  .qualified "<module>"
  .file "tests/lang/context/enter_exit_order.py"
  .first_line 1
  .flags module
  .registers 0 8                            ; locals, all
  .global "M"                               ; n0
  .global "a"                               ; n1
  .global "b"                               ; n2
  .global "print"                           ; n3
  .global "ZeroDivisionError"               ; n4
  .const none                               ; k0
  .const code 1                             ; k1
  .const str "M"                            ; k2
  .const str "out"                          ; k3
  .handler 20 26 33 2 2                     ; start, end, handler, depth, target
  .handler 34 39 42 4 4                     ; start, end, handler, depth, target
  .handler 14 44 51 1 1                     ; start, end, handler, depth, target
  .handler 52 57 60 3 3                     ; start, end, handler, depth, target
  .handler 73 78 85 2 2                     ; start, end, handler, depth, target
  .handler 86 91 94 4 4                     ; start, end, handler, depth, target
  .handler 67 96 103 1 1                    ; start, end, handler, depth, target
  .handler 104 109 112 3 3                  ; start, end, handler, depth, target
  .handler 62 114 115 0 0                   ; start, end, handler, depth, target
  .handler 116 127 127 2 2                  ; start, end, handler, depth, target
  .line 2
      0  LoadBuildClass r0
      1  LoadConst r2, k0                   ; none
      2  LoadConst r3, k0                   ; none
      3  LoadConst r4, k0                   ; none
      4  LoadConst r5, k0                   ; none
      5  MakeFunction r1, k1, r2            ; code 1
      6  LoadConst r2, k2                   ; str "M"
      7  Call r0, 2
      8  StoreGlobal r0!, n0                ; M
  .line 6
      9  LoadGlobal r3, n0                  ; M
     10  LoadInt r4, 1
     11  Call r3, 1
     12  WithEnter r0, r3!
     13  CallMethod r1, 0
     14  StoreGlobal r1!, n1                ; a
     15  LoadGlobal r4, n0                  ; M
     16  LoadInt r5, 2
     17  Call r4, 1
     18  WithEnter r1, r4!
     19  CallMethod r2, 0
     20  StoreGlobal r2!, n2                ; b
  .line 7
     21  LoadGlobal r2, n3                  ; print
     22  LoadGlobal r3, n1                  ; a
     23  LoadGlobal r4, n2                  ; b
     24  Call r2, 2
     25  Clear r2
  .line 6
     26  Move r2, r1!
     27  LoadConst r3, k0                   ; none
     28  LoadConst r4, k0                   ; none
     29  LoadConst r5, k0                   ; none
     30  Call r2, 3
     31  Clear r2
     32  Jump @44
     33  PushExc r3, r2
     34  Move r4, r1!
     35  ExcArgs r5, r2
     36  Call r4, 3
     37  JumpIfTrue r4!, @39
     38  Reraise r2
     39  PopExc r3
     40  Clear r2
     41  Jump @44
     42  PopExc r3
     43  Reraise r4
     44  Move r1, r0!
     45  LoadConst r2, k0                   ; none
     46  LoadConst r3, k0                   ; none
     47  LoadConst r4, k0                   ; none
     48  Call r1, 3
     49  Clear r1
     50  Jump @62
     51  PushExc r2, r1
     52  Move r3, r0!
     53  ExcArgs r4, r1
     54  Call r3, 3
     55  JumpIfTrue r3!, @57
     56  Reraise r1
     57  PopExc r2
     58  Clear r1
     59  Jump @62
     60  PopExc r2
     61  Reraise r3
  .line 9
     62  LoadGlobal r3, n0                  ; M
     63  LoadInt r4, 3
     64  Call r3, 1
     65  WithEnter r0, r3!
     66  CallMethod r1, 0
     67  Clear r1
     68  LoadGlobal r4, n0                  ; M
     69  LoadInt r5, 4
     70  Call r4, 1
     71  WithEnter r1, r4!
     72  CallMethod r2, 0
     73  Clear r2
  .line 10
     74  LoadInt r3, 1
     75  LoadInt r4, 0
     76  TrueDiv r2, r3!, r4!
     77  Clear r2
  .line 9
     78  Move r2, r1!
     79  LoadConst r3, k0                   ; none
     80  LoadConst r4, k0                   ; none
     81  LoadConst r5, k0                   ; none
     82  Call r2, 3
     83  Clear r2
     84  Jump @96
     85  PushExc r3, r2
     86  Move r4, r1!
     87  ExcArgs r5, r2
     88  Call r4, 3
     89  JumpIfTrue r4!, @91
     90  Reraise r2
     91  PopExc r3
     92  Clear r2
     93  Jump @96
     94  PopExc r3
     95  Reraise r4
     96  Move r1, r0!
     97  LoadConst r2, k0                   ; none
     98  LoadConst r3, k0                   ; none
     99  LoadConst r4, k0                   ; none
    100  Call r1, 3
    101  Clear r1
    102  Jump @114
    103  PushExc r2, r1
    104  Move r3, r0!
    105  ExcArgs r4, r1
    106  Call r3, 3
    107  JumpIfTrue r3!, @109
    108  Reraise r1
    109  PopExc r2
    110  Clear r1
    111  Jump @114
    112  PopExc r2
    113  Reraise r3
    114  Jump @129
  .line 11
    115  PushExc r1, r0
    116  LoadGlobal r2, n4                  ; ZeroDivisionError
    117  MatchExc r3, r0, r2!
    118  JumpIfFalse r3!, @126
  .line 12
    119  LoadGlobal r2, n3                  ; print
    120  LoadConst r3, k3                   ; str "out"
    121  Call r2, 1
    122  Clear r2
    123  Clear r0
    124  PopExc r1
    125  Jump @129
    126  Reraise r0
    127  PopExc r1
    128  Reraise r2
    129  LoadConst r0, k0                   ; none
    130  Return r0
.end

.code 1
  .name "M"
  .qualified "M"
  .file "tests/lang/context/enter_exit_order.py"
  .first_line 2
  .flags namespace
  .registers 0 5                            ; locals, all
  .global "__name__"                        ; n0
  .global "__module__"                      ; n1
  .global "__qualname__"                    ; n2
  .global "__init__"                        ; n3
  .global "__enter__"                       ; n4
  .global "__exit__"                        ; n5
  .const str "M"                            ; k0
  .const none                               ; k1
  .const code 2                             ; k2
  .const code 3                             ; k3
  .const code 4                             ; k4
  .line 2
      0  LoadGlobal r0, n0                  ; __name__
      1  StoreName r0!, n1                  ; __module__
      2  LoadConst r0, k0                   ; str "M"
      3  StoreName r0!, n2                  ; __qualname__
  .line 3
      4  LoadConst r1, k1                   ; none
      5  LoadConst r2, k1                   ; none
      6  LoadConst r3, k1                   ; none
      7  LoadConst r4, k1                   ; none
      8  MakeFunction r0, k2, r1            ; code 2
      9  StoreName r0!, n3                  ; __init__
  .line 4
     10  LoadConst r1, k1                   ; none
     11  LoadConst r2, k1                   ; none
     12  LoadConst r3, k1                   ; none
     13  LoadConst r4, k1                   ; none
     14  MakeFunction r0, k3, r1            ; code 3
     15  StoreName r0!, n4                  ; __enter__
  .line 5
     16  LoadConst r1, k1                   ; none
     17  LoadConst r2, k1                   ; none
     18  LoadConst r3, k1                   ; none
     19  LoadConst r4, k1                   ; none
     20  MakeFunction r0, k4, r1            ; code 4
     21  StoreName r0!, n5                  ; __exit__
     22  LoadConst r0, k1                   ; none
     23  Return r0
.end

.code 2
  .name "__init__"
  .qualified "M.__init__"
  .file "tests/lang/context/enter_exit_order.py"
  .first_line 3
  .parameters 2 0 0                         ; positional, positional-only ones of them, keyword-only
  .registers 2 3                            ; locals, all
  .local "self"                             ; r0
  .local "n"                                ; r1
  .global "n"                               ; n0
  .const none                               ; k0
  .line 3
      0  StoreAttr r0, n0, r1               ; self, n, n
      1  LoadConst r2, k0                   ; none
      2  Return r2
.end

.code 3
  .name "__enter__"
  .qualified "M.__enter__"
  .file "tests/lang/context/enter_exit_order.py"
  .first_line 4
  .parameters 1 0 0                         ; positional, positional-only ones of them, keyword-only
  .registers 1 4                            ; locals, all
  .local "self"                             ; r0
  .global "print"                           ; n0
  .global "n"                               ; n1
  .const str "enter"                        ; k0
  .const none                               ; k1
  .line 4
      0  LoadGlobal r1, n0                  ; print
      1  LoadConst r2, k0                   ; str "enter"
      2  LoadAttr r3, r0, n1                ; self, n
      3  Call r1, 2
      4  Clear r1
      5  LoadAttr r1, r0, n1                ; self, n
      6  Return r1
      7  LoadConst r1, k1                   ; none
      8  Return r1
.end

.code 4
  .name "__exit__"
  .qualified "M.__exit__"
  .file "tests/lang/context/enter_exit_order.py"
  .first_line 5
  .flags varargs
  .parameters 1 0 0                         ; positional, positional-only ones of them, keyword-only
  .registers 2 8                            ; locals, all
  .local "self"                             ; r0
  .local "a"                                ; r1
  .global "print"                           ; n0
  .global "n"                               ; n1
  .global "__name__"                        ; n2
  .const str "exit"                         ; k0
  .const none                               ; k1
  .line 5
      0  LoadGlobal r2, n0                  ; print
      1  LoadConst r3, k0                   ; str "exit"
      2  LoadAttr r4, r0, n1                ; self, n
      3  LoadInt r6, 0
      4  GetItem r5, r1, r6!                ; a
      5  JumpIfFalse r5, @9
      6  LoadInt r7, 0
      7  GetItem r6, r1, r7!                ; a
      8  LoadAttr r5, r6!, n2               ; __name__
      9  Call r2, 3
     10  Clear r2
     11  LoadConst r2, k1                   ; none
     12  Return r2
.end
