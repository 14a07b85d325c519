// What: names for clang's thread-safety attributes, so that it checks which lock guards what.
// Idea: Hutchins, Ballman and Sutherland, "C/C++ Thread Safety Analysis" (2014); clang's own
// documentation lists the attributes.
// Threads: nothing here runs. Other compilers see nothing.
#pragma once

#if defined(__clang__)
#define GILSIM_ATTRIBUTE(x) __attribute__((x))
#else
#define GILSIM_ATTRIBUTE(x)
#endif

#define CAPABILITY(name) GILSIM_ATTRIBUTE(capability(name))
#define GUARDED_BY(lock) GILSIM_ATTRIBUTE(guarded_by(lock))
#define ACQUIRES(...) GILSIM_ATTRIBUTE(acquire_capability(__VA_ARGS__))
#define RELEASES(...) GILSIM_ATTRIBUTE(release_capability(__VA_ARGS__))
#define TRY_ACQUIRES(...) GILSIM_ATTRIBUTE(try_acquire_capability(__VA_ARGS__))
#define NEEDS(...) GILSIM_ATTRIBUTE(requires_capability(__VA_ARGS__))
#define NOT_CHECKED GILSIM_ATTRIBUTE(no_thread_safety_analysis)
