// What: the system calls on sockets, and waiting for several files, as an interface.
// Idea: calls are POSIX's, so real threads pass them on to the kernel and the simulator models
//   them on loopback; whoever calls does not know which. Cold next to what they do, so virtual.
// Threads: any. A call on a file that is not set to return at once blocks as POSIX's does.
// Not here: names of hosts, time limits of single calls (vm/modules).
#pragma once

#include <poll.h>
#include <sys/socket.h>

#include <cstddef>
#include <cstdint>

namespace gilsim {

struct SocketAddress {
  sockaddr_storage data{};
  socklen_t size = 0;
  const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&data); }
  sockaddr* get() { return reinterpret_cast<sockaddr*>(&data); }
};

// Results below zero are -errno.
class SocketCalls {
 public:
  virtual ~SocketCalls() = default;
  virtual int open(int domain, int type, int protocol) = 0;
  virtual int pair(int domain, int type, int protocol, int fds[2]) = 0;
  virtual int bind(int fd, const SocketAddress& address) = 0;
  virtual int listen(int fd, int backlog) = 0;
  virtual int accept(int fd, SocketAddress& peer) = 0;  // gives the new file
  virtual int connect(int fd, const SocketAddress& address) = 0;
  // from and to: null where nobody asks, or the other end is known.
  virtual int64_t receive(int fd, char* buffer, size_t n, int flags, SocketAddress* from) = 0;
  virtual int64_t send(int fd, const char* data, size_t n, int flags, const SocketAddress* to) = 0;
  virtual int shutdown(int fd, int how) = 0;
  virtual int local_address(int fd, SocketAddress& address) = 0;
  virtual int peer_address(int fd, SocketAddress& address) = 0;
  virtual int set_option(int fd, int level, int name, const void* value, socklen_t size) = 0;
  virtual int get_option(int fd, int level, int name, void* value, socklen_t& size) = 0;
  virtual int set_blocking(int fd, bool blocking) = 0;
  // Until one is ready or the deadline: how many are.
  virtual int poll(pollfd* entries, size_t count, int64_t deadline_ns) = 0;
};

}  // namespace gilsim
