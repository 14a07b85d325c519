// What: the arguments of a call with one more in front.
// Threads: a local of its caller.
// Not here: ownership; all values are borrowed.
#pragma once

#include <algorithm>
#include <vector>

#include "vm/object/thread.h"

namespace gilsim {

class PrependedArgs {
 public:
  PrependedArgs(Value first, const CallArgs& rest) : args_{small_, rest.count + 1, rest.names} {
    Value* to = small_;
    if (rest.count >= kSmall) {
      large_.resize(rest.count + 1);
      to = large_.data();
      args_.values = to;
    }
    to[0] = first;
    std::copy(rest.values, rest.values + rest.count, to + 1);
  }
  PrependedArgs(const PrependedArgs&) = delete;
  PrependedArgs& operator=(const PrependedArgs&) = delete;
  const CallArgs& get() const { return args_; }

 private:
  static constexpr uint32_t kSmall = 10;
  Value small_[kSmall];
  std::vector<Value> large_;
  CallArgs args_;
};

}  // namespace gilsim
