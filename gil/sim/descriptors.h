// What: pipes and loopback sockets in virtual time.
// Idea: a channel is a queue of bytes in one direction; a pipe is one, a connection two. File
//   numbers from kFirstFd are modelled, others are the system's. Who waits for a channel waits on
//   its address; who polls several waits on an address of its own and says what it watches.
//   Nothing is ever lost or reordered, and there is no other host than this one.
// Invariants: I1 a number names one descriptor until it is closed, and is not used again.
// Threads: everything runs on one real thread; a call blocks the fiber that makes it.
// Not here: IPv6 beyond ::1, what options do (they are kept).
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gil/platform/socket_calls.h"

namespace gilsim {

// Bytes in one direction.
struct Channel {
  explicit Channel(size_t room) : capacity(room) {}
  std::deque<char> data;
  size_t capacity;
  bool read_closed = false, write_closed = false;
  char readers = 0, writers = 0;  // addresses to wait on
  size_t room() const { return capacity - (data.size() < capacity ? data.size() : capacity); }
};

struct Descriptor {
  bool is_socket = false;
  bool blocking = true;
  std::shared_ptr<Channel> in, out;  // null: nothing can be read, or written
  // ---- of sockets
  int domain = 0, type = 0;
  SocketAddress local, peer;
  bool listening = false;
  bool broken = false;    // has sent to an end that is gone: the next send fails
  int pending_error = 0;  // of a connection that was begun without waiting
  size_t backlog = 0;
  std::deque<std::shared_ptr<Descriptor>> arrived;  // connections that nobody has accepted yet
  std::deque<std::pair<SocketAddress, std::string>> messages;
  char waiting = 0, backlog_room = 0;  // addresses to wait on
  std::map<std::pair<int, int>, std::string> options;
};

class Descriptors final : public SocketCalls {
 public:
  static constexpr int kFirstFd = 1000;
  static Descriptors& all();
  void forget() { *this = Descriptors(); }
  bool has(int fd) const { return files_.contains(fd); }

  // ---- of pipes and connected sockets
  int pipe(int fds[2]);
  int64_t read(int fd, char* buffer, size_t n);
  int64_t write(int fd, const char* data, size_t n);
  int close(int fd);

  int open(int domain, int type, int protocol) override;
  int pair(int domain, int type, int protocol, int fds[2]) override;
  int bind(int fd, const SocketAddress& address) override;
  int listen(int fd, int backlog) override;
  int accept(int fd, SocketAddress& peer) override;
  int connect(int fd, const SocketAddress& address) override;
  int64_t receive(int fd, char* buffer, size_t n, int flags, SocketAddress* from) override;
  int64_t send(int fd, const char* data, size_t n, int flags, const SocketAddress* to) override;
  int shutdown(int fd, int how) override;
  int local_address(int fd, SocketAddress& address) override;
  int peer_address(int fd, SocketAddress& address) override;
  int set_option(int fd, int level, int name, const void* value, socklen_t size) override;
  int get_option(int fd, int level, int name, void* value, socklen_t& size) override;
  int set_blocking(int fd, bool blocking) override;
  int poll(pollfd* entries, size_t count, int64_t deadline_ns) override;

 private:
  using File = std::shared_ptr<Descriptor>;
  struct Poller {
    std::vector<const void*> watched;
  };
  int add(File file);
  File find(int fd) const;
  File find_socket(int fd, int& error) const;
  int new_port(int domain, int type);
  static std::string key_of(int type, const SocketAddress& address);
  void name_unbound(const File& file);
  void join(const File& socket, const File& listener, const SocketAddress& address);
  int64_t take(Descriptor& file, char* buffer, size_t n, int flags);
  int64_t put(Descriptor& file, const char* data, size_t n, bool wait);
  int64_t take_message(Descriptor& socket, char* buffer, size_t n, int flags, SocketAddress* from);
  int64_t put_message(const File& socket, std::string_view data, const SocketAddress* to);
  void close_in(Descriptor& file);
  void close_out(Descriptor& file);
  void changed(const void* what, char* address, int n);
  short ready(int fd, short wanted) const;

  std::map<int, File> files_;
  std::map<std::string, std::weak_ptr<Descriptor>> bound_;
  std::deque<Poller*> pollers_;
  int next_fd_ = kFirstFd;
  int next_port_ = 40000;
};

}  // namespace gilsim
