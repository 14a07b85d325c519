// What: the VM on real threads, with everything shared that can be: containers, attributes,
//   closures, generators, a queue, names of a module. Nothing may crash, tear, or lose a finished
//   operation.
// Not here: exact laws (tests/sim), single operations (tests/law).
#include <gtest/gtest.h>

#include "experiments/modes/modes.h"

namespace gilsim {
namespace {

int run_on_threads(const std::string& mode, const std::string& source, const std::string& gil) {
  RunRequest request;
  request.mode = mode;
  request.gil = gil;
  request.program_path = "stress.py";
  request.source = source;
  request.directory = ".";
  request.gc_threshold = 500;  // many collections
  std::string error;
  request.code = compile_program(source, "stress.py", &error);
  EXPECT_TRUE(request.code) << error;
  return run_program(request).exit_code;
}

constexpr const char* kContainers = R"(
import threading
N = 400
items, table, members = [], {}, set()
class Box: pass
box = Box()
box.count = 0
def body(n):
    for k in range(N):
        items.append((n, k))
        table[n, k] = [n, k]
        members.add(n * N + k)
        setattr(box, "a%d" % (k % 7), k)
        box.__dict__.get("a3")
        if k % 50 == 0:
            list(items); list(table); sorted(members); str(table)[:5]
        if k % 3 == 0:
            items[-1:]
            len(items) + len(table) + len(members)
threads = [threading.Thread(target=body, args=(n,)) for n in range(4)]
for t in threads: t.start()
for t in threads: t.join()
assert len(items) == len(table) == len(members) == 4 * N
assert sorted(items) == [(n, k) for n in range(4) for k in range(N)]
assert all(table[n, k] == [n, k] for n in range(4) for k in range(N))
)";

constexpr const char* kPops = R"(
import threading
items = list(range(3000))
queue = dict.fromkeys(range(1000))
taken, keys = [], []
def body():
    while True:
        try:
            taken.append(items.pop())
        except IndexError:
            break
    while True:
        try:
            keys.append(queue.popitem()[0])
        except KeyError:
            break
threads = [threading.Thread(target=body) for _ in range(4)]
for t in threads: t.start()
for t in threads: t.join()
assert sorted(taken) == list(range(3000)), len(taken)
assert sorted(keys) == list(range(1000)), len(keys)
)";

constexpr const char* kGenerator = R"(
import threading
def count():
    n = 0
    while n < 2000:
        yield n
        n += 1
shared, seen, refused = count(), [], [0]
def body():
    while True:
        try:
            seen.append(next(shared))
        except StopIteration:
            return
        except ValueError:      # another thread is inside
            refused[0] += 1
threads = [threading.Thread(target=body) for _ in range(4)]
for t in threads: t.start()
for t in threads: t.join()
assert sorted(seen) == list(range(2000)), len(seen)
)";

constexpr const char* kCyclesAndClasses = R"(
import threading
class Node:

    def __init__(self, n):
        self.n, self.me = n, self
    def twice(self):
        return self.n * 2
def body(n):
    total = 0
    for k in range(300):
        class Local(Node):
            def twice(self):
                return super().twice() + 1
        total += Local(k).twice()
        Node.shared = k
    assert total == sum(2 * k + 1 for k in range(300))
threads = [threading.Thread(target=body, args=(n,)) for n in range(4)]
for t in threads: t.start()
for t in threads: t.join()
)";

constexpr const char* kQueue = R"(
import queue, threading
q, out = queue.Queue(5), []
def make(n):
    for k in range(150): q.put((n, k))
    q.put(None)
def take():
    while True:
        item = q.get()
        if item is None: return
        out.append(item)
threads = [threading.Thread(target=make, args=(n,)) for n in range(3)]
threads += [threading.Thread(target=take) for _ in range(3)]
for t in threads: t.start()
for t in threads: t.join()
assert sorted(out) == [(n, k) for n in range(3) for k in range(150)]
)";

struct Case {
  const char* mode;
  const char* gil;
};

class VmOnThreads : public ::testing::TestWithParam<Case> {
 protected:
  void expect_well(const char* source) {
    for (int round = 0; round < 3; ++round)
      ASSERT_EQ(run_on_threads(GetParam().mode, source, GetParam().gil), 0);
  }
};

TEST_P(VmOnThreads, Containers) { expect_well(kContainers); }
TEST_P(VmOnThreads, Pops) { expect_well(kPops); }
TEST_P(VmOnThreads, OneGenerator) { expect_well(kGenerator); }
TEST_P(VmOnThreads, CyclesAndClasses) { expect_well(kCyclesAndClasses); }
TEST_P(VmOnThreads, Queue) { expect_well(kQueue); }

INSTANTIATE_TEST_SUITE_P(Modes, VmOnThreads,
                         ::testing::Values(Case{"fine", ""}, Case{"gil", "py3_interval"},
                                           Case{"gil", "py2_ticks"}),
                         [](const auto& info) {
                           return std::string(info.param.mode) + "_" +
                                  (*info.param.gil ? info.param.gil : "none");
                         });

}  // namespace
}  // namespace gilsim
