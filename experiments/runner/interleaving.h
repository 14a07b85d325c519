// What: the steps of one run as a table with a column a thread.
// Threads: one.
#pragma once

#include <string>
#include <vector>

#include "gil/platform/thread_record.h"

namespace gilsim {

class Interleaving {
 public:
  // The thread is about to do a step. timeout: its wait timed out.
  void add(const ThreadRecord& record, bool timeout, uint32_t decisions);
  // Where the thread stood that was last before a decision.
  std::string place_of_decision(uint32_t decision) const;
  // source: the program's, for the lines themselves.
  std::string text(const std::string& source, const std::string& path) const;

 private:
  struct Step {
    uint32_t thread;
    std::string file;
    int line;
    bool timeout;
    uint32_t decisions;  // before it, and its own
  };
  std::vector<Step> steps_;
  std::vector<std::string> names_;  // by serial number, from 1
};

}  // namespace gilsim
