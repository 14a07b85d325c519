# cmake -DTRAIN=gilsim_train -DWORKLOADS=folder -DMODES=gil,fine,... -DCOUNTS=folder -DPROFILES=folder -P train.cmake: runs programs
# in each mode; their counts add up in the .gcda files of the one folder and go to the other.
file(GLOB old ${COUNTS}/*.gcda)
if(old)
  file(REMOVE ${old})
endif()
string(REPLACE "," ";" MODES "${MODES}")
set(programs
  "countdown --size 200000" "fib --size 8" "nbody --size 2 --steps 300" "matmul --size 20 --width 40" "wordcount --size 1500"
  "list_append --size 20000" "dict_store --size 20000" "counter_locked --size 5000" "producer_consumer --size 1000" "read_mostly --size 20000"
  "fannkuch --size 8 --length 7" "spectral_norm --size 6 --order 40" "nqueens --size 20 --queens 7" "mandelbrot --size 20 --width 100"
  "binary_trees --size 20 --depth 9" "pidigits --size 2 --digits 200" "fft --size 6 --length 256" "raytracer --size 40 --width 40"
  "event_simulation --size 4 --steps 3000" "constraint_solver --size 40 --chain 60" "text_hashing --size 15 --words 500"
  "generator_pipeline --size 30 --numbers 600" "sorting --size 10 --length 600" "tokenizer --size 10 --lines 120")
foreach(mode ${MODES})
  foreach(program ${programs})
    separate_arguments(words UNIX_COMMAND "${program}")
    list(POP_FRONT words name)
    execute_process(COMMAND ${TRAIN} ${mode} ${WORKLOADS}/${name}.py --threads 1 ${words} RESULT_VARIABLE code OUTPUT_QUIET ERROR_VARIABLE error)
    if(NOT code EQUAL 0)
      message(FATAL_ERROR "training run of ${name} in mode ${mode} failed (${code}): ${error}")
    endif()
  endforeach()
endforeach()
file(GLOB counts ${COUNTS}/*.gcda)
file(COPY ${counts} DESTINATION ${PROFILES})
