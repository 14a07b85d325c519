// What: sockets of the kernel.
// Threads: any; stateless.
#pragma once

#include "gil/platform/socket_calls.h"

namespace gilsim {

class OsSockets final : public SocketCalls {
 public:
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
};

}  // namespace gilsim
