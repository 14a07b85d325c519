// What: sockets of the kernel: each call is the system's own.
#include "gil/os/os_sockets.h"

#include <fcntl.h>

#include <cerrno>
#include <ctime>

#include "gil/os/os_platform.h"

namespace gilsim {

namespace {
template <class T>
T result_of(T result) {
  return result < 0 ? -errno : result;
}
}  // namespace

int OsSockets::open(int domain, int type, int protocol) {
  return result_of(::socket(domain, type | SOCK_CLOEXEC, protocol));
}
int OsSockets::pair(int domain, int type, int protocol, int fds[2]) {
  return result_of(::socketpair(domain, type | SOCK_CLOEXEC, protocol, fds));
}
int OsSockets::bind(int fd, const SocketAddress& address) {
  return result_of(::bind(fd, address.get(), address.size));
}
int OsSockets::listen(int fd, int backlog) { return result_of(::listen(fd, backlog)); }
int OsSockets::accept(int fd, SocketAddress& peer) {
  peer.size = sizeof peer.data;
  return result_of(::accept4(fd, peer.get(), &peer.size, SOCK_CLOEXEC));
}
int OsSockets::connect(int fd, const SocketAddress& address) {
  return result_of(::connect(fd, address.get(), address.size));
}
int64_t OsSockets::receive(int fd, char* buffer, size_t n, int flags, SocketAddress* from) {
  if (!from) return result_of<int64_t>(::recv(fd, buffer, n, flags));
  from->size = sizeof from->data;
  return result_of<int64_t>(::recvfrom(fd, buffer, n, flags, from->get(), &from->size));
}
int64_t OsSockets::send(int fd, const char* data, size_t n, int flags, const SocketAddress* to) {
  return result_of<int64_t>(
      ::sendto(fd, data, n, flags | MSG_NOSIGNAL, to ? to->get() : nullptr, to ? to->size : 0));
}
int OsSockets::shutdown(int fd, int how) { return result_of(::shutdown(fd, how)); }
int OsSockets::local_address(int fd, SocketAddress& address) {
  address.size = sizeof address.data;
  return result_of(::getsockname(fd, address.get(), &address.size));
}
int OsSockets::peer_address(int fd, SocketAddress& address) {
  address.size = sizeof address.data;
  return result_of(::getpeername(fd, address.get(), &address.size));
}
int OsSockets::set_option(int fd, int level, int name, const void* value, socklen_t size) {
  return result_of(::setsockopt(fd, level, name, value, size));
}
int OsSockets::get_option(int fd, int level, int name, void* value, socklen_t& size) {
  return result_of(::getsockopt(fd, level, name, value, &size));
}
int OsSockets::set_blocking(int fd, bool blocking) {
  int flags = ::fcntl(fd, F_GETFL);
  if (flags < 0) return -errno;
  return result_of(::fcntl(fd, F_SETFL, blocking ? flags & ~O_NONBLOCK : flags | O_NONBLOCK));
}
int OsSockets::poll(pollfd* entries, size_t count, int64_t deadline_ns) {
  if (deadline_ns == kNoDeadline) return result_of(::ppoll(entries, count, nullptr, nullptr));
  int64_t left_ns = deadline_ns - OsPlatform::now();
  if (left_ns < 0) left_ns = 0;
  timespec left{left_ns / 1000000000, left_ns % 1000000000};
  return result_of(::ppoll(entries, count, &left, nullptr));
}

}  // namespace gilsim
