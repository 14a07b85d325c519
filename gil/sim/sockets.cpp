// What: modelled sockets on loopback: names, connections, messages.
#include <netinet/in.h>
#include <sys/un.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstring>

#include "gil/platform/interrupt.h"
#include "gil/sim/descriptors.h"
#include "gil/sim/sim_platform.h"

namespace gilsim {

namespace {

constexpr size_t kSocketCapacity = 212992;  // bytes; net.core.rmem_default of Linux
constexpr size_t kMessages = 256;           // in the queue of one datagram socket
constexpr size_t kLargestMessage = 65507;   // bytes; the most that UDP carries

sockaddr_in& ipv4(SocketAddress& a) { return reinterpret_cast<sockaddr_in&>(a.data); }
sockaddr_in6& ipv6(SocketAddress& a) { return reinterpret_cast<sockaddr_in6&>(a.data); }
uint16_t& port_of(SocketAddress& a) {
  return a.data.ss_family == AF_INET6 ? ipv6(a).sin6_port : ipv4(a).sin_port;
}
bool has_port(const SocketAddress& a) {
  return a.data.ss_family == AF_INET || a.data.ss_family == AF_INET6;
}
uint32_t host_of(const SocketAddress& a) {
  return ntohl(reinterpret_cast<const sockaddr_in&>(a.data).sin_addr.s_addr);
}
bool reachable(const SocketAddress& a) {
  return a.data.ss_family != AF_INET || host_of(a) >> 24 == 127 || host_of(a) == 0;
}
// Whoever connects to "any host" has connected to this one.
void make_loopback(SocketAddress& a) {
  if (a.data.ss_family == AF_INET && host_of(a) == 0)
    ipv4(a).sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (a.data.ss_family == AF_INET6) ipv6(a).sin6_addr = in6addr_loopback;
}
bool interrupted() { return Interrupt::pending_for(SimPlatform::self()); }

}  // namespace

// The same for all names of one place: this host has one name for each kind of socket.
std::string Descriptors::key_of(int type, const SocketAddress& address) {
  std::string key = std::to_string(type) + "/" + std::to_string(address.data.ss_family) + "/";
  SocketAddress copy = address;
  if (has_port(address)) return key + std::to_string(ntohs(port_of(copy)));
  return key + std::string(reinterpret_cast<const char*>(address.get()) + sizeof(sa_family_t),
                           address.size - sizeof(sa_family_t));
}

Descriptors::File Descriptors::find_socket(int fd, int& error) const {
  File file = find(fd);
  error = !file ? -EBADF : file->is_socket ? 0 : -ENOTSOCK;
  return error == 0 ? file : nullptr;
}

int Descriptors::open(int domain, int type, int) {
  SimPlatform::work(Cost::Syscall);
  if (domain != AF_INET && domain != AF_INET6 && domain != AF_UNIX) return -EAFNOSUPPORT;
  int kind = type & 0xf;
  if (kind != SOCK_STREAM && kind != SOCK_DGRAM) return -ESOCKTNOSUPPORT;
  auto socket = std::make_shared<Descriptor>();
  socket->is_socket = true;
  socket->blocking = !(type & SOCK_NONBLOCK);
  socket->domain = domain;
  socket->type = kind;
  return add(std::move(socket));
}

int Descriptors::pair(int domain, int type, int protocol, int fds[2]) {
  if (domain != AF_UNIX) return -EOPNOTSUPP;
  for (int k = 0; k < 2; ++k) {
    fds[k] = open(domain, type, protocol);
    if (fds[k] < 0) return fds[k];
  }
  File one = find(fds[0]), other = find(fds[1]);
  one->in = other->out = std::make_shared<Channel>(kSocketCapacity);
  one->out = other->in = std::make_shared<Channel>(kSocketCapacity);
  one->local.data.ss_family = other->local.data.ss_family = AF_UNIX;
  return 0;
}

int Descriptors::new_port(int domain, int type) {
  for (;;) {
    SocketAddress trial;
    trial.data.ss_family = static_cast<sa_family_t>(domain);
    port_of(trial) = htons(static_cast<uint16_t>(++next_port_));
    if (next_port_ > 60000) next_port_ = 40000;
    if (!bound_.contains(key_of(type, trial))) return ntohs(port_of(trial));
  }
}

int Descriptors::bind(int fd, const SocketAddress& address) {
  SimPlatform::work(Cost::Syscall);
  int error;
  File socket = find_socket(fd, error);
  if (!socket) return error;
  if (socket->local.size > 0) return -EINVAL;
  if (!reachable(address)) return -EADDRNOTAVAIL;
  SocketAddress name = address;
  if (has_port(name) && port_of(name) == 0)
    port_of(name) = htons(static_cast<uint16_t>(new_port(socket->domain, socket->type)));
  std::string key = key_of(socket->type, name);
  if (bound_.contains(key) && !bound_[key].expired()) return -EADDRINUSE;
  bound_[key] = socket;
  socket->local = name;
  return 0;
}

// Gives a socket that connects or sends, and has no name, one.
void Descriptors::name_unbound(const File& file) {
  Descriptor& socket = *file;
  if (socket.local.size > 0 || socket.domain == AF_UNIX) return;
  socket.local.data.ss_family = static_cast<sa_family_t>(socket.domain);
  socket.local.size = socket.domain == AF_INET ? sizeof(sockaddr_in) : sizeof(sockaddr_in6);
  make_loopback(socket.local);
  port_of(socket.local) = htons(static_cast<uint16_t>(new_port(socket.domain, socket.type)));
  if (socket.type == SOCK_DGRAM) bound_[key_of(socket.type, socket.local)] = file;
}

int Descriptors::listen(int fd, int backlog) {
  SimPlatform::work(Cost::Syscall);
  int error;
  File socket = find_socket(fd, error);
  if (!socket) return error;
  if (socket->type != SOCK_STREAM) return -EOPNOTSUPP;
  if (socket->in) return -EINVAL;
  name_unbound(socket);
  if (has_port(socket->local)) bound_[key_of(socket->type, socket->local)] = socket;
  socket->listening = true;
  socket->backlog = static_cast<size_t>(std::clamp(backlog, 0, 4096)) + 1;
  return 0;
}

int Descriptors::accept(int fd, SocketAddress& peer) {
  SimPlatform::work(Cost::Syscall);
  int error;
  File socket = find_socket(fd, error);
  if (!socket) return error;
  if (!socket->listening) return -EINVAL;
  while (socket->arrived.empty()) {
    if (!socket->listening) return -EINVAL;
    if (!socket->blocking) return -EAGAIN;
    SimPlatform::wait_on("a connection", &socket->waiting, kNoDeadline);
    if (interrupted()) return -EINTR;
  }
  File connection = socket->arrived.front();
  socket->arrived.pop_front();
  changed(socket.get(), &socket->backlog_room, 1);
  peer = connection->peer;
  return add(std::move(connection));
}

// Joins a socket to a new one in the listener's backlog.
void Descriptors::join(const File& socket, const File& listener, const SocketAddress& address) {
  auto other = std::make_shared<Descriptor>();
  other->is_socket = true;
  other->domain = socket->domain;
  other->type = socket->type;
  name_unbound(socket);
  other->local = socket->peer = address;
  other->peer = socket->local;
  if (socket->domain == AF_UNIX && socket->local.size == 0) {
    other->peer.data.ss_family = AF_UNIX;
    other->peer.size = sizeof(sa_family_t);
  }
  other->in = socket->out = std::make_shared<Channel>(kSocketCapacity);
  other->out = socket->in = std::make_shared<Channel>(kSocketCapacity);
  listener->arrived.push_back(std::move(other));
  changed(listener.get(), &listener->waiting, 1);
}

int Descriptors::connect(int fd, const SocketAddress& wanted) {
  SimPlatform::work(Cost::SocketConnect);
  int error;
  File socket = find_socket(fd, error);
  if (!socket) return error;
  SocketAddress address = wanted;
  if (socket->type == SOCK_DGRAM) {
    name_unbound(socket);
    socket->peer = address;
    return 0;
  }
  if (socket->in) return -EISCONN;
  if (!reachable(address)) return -ENETUNREACH;
  make_loopback(address);
  bool at_once = !socket->blocking && has_port(address);  // as Linux: the answer comes later
  for (;;) {
    auto it = bound_.find(key_of(socket->type, address));
    File listener = it == bound_.end() ? nullptr : it->second.lock();
    if (!listener || !listener->listening) {
      error = !listener && socket->domain == AF_UNIX ? ENOENT : ECONNREFUSED;
      if (!at_once) return -error;
      socket->pending_error = error;
      return -EINPROGRESS;
    }
    if (listener->arrived.size() < listener->backlog) {
      join(socket, listener, address);
      return at_once ? -EINPROGRESS : 0;
    }
    if (!socket->blocking) return -EAGAIN;
    SimPlatform::wait_on("room in a backlog", &listener->backlog_room, kNoDeadline);
    if (interrupted()) return -EINTR;
  }
}

int64_t Descriptors::take_message(Descriptor& socket, char* buffer, size_t n, int flags,
                                  SocketAddress* from) {
  while (socket.messages.empty()) {
    if (!socket.blocking || flags & MSG_DONTWAIT) return -EAGAIN;
    SimPlatform::wait_on("a message", &socket.waiting, kNoDeadline);
    if (interrupted()) return -EINTR;
  }
  auto [sender, data] = socket.messages.front();
  if (!(flags & MSG_PEEK)) socket.messages.pop_front();
  size_t part = std::min(n, data.size());
  std::copy_n(data.data(), part, buffer);
  SimPlatform::work(Cost::IoByte, static_cast<int64_t>(part));
  if (from) *from = sender;
  return static_cast<int64_t>(part);
}
// Lost where nobody listens or the queue is full, as UDP does.
int64_t Descriptors::put_message(const File& socket, std::string_view data,
                                 const SocketAddress* to) {
  const SocketAddress& target = to ? *to : socket->peer;
  if (target.size == 0) return -EDESTADDRREQ;
  if (!reachable(target)) return -ENETUNREACH;
  if (data.size() > kLargestMessage) return -EMSGSIZE;
  name_unbound(socket);
  SimPlatform::work(Cost::IoByte, static_cast<int64_t>(data.size()));
  auto it = bound_.find(key_of(socket->type, target));
  File receiver = it == bound_.end() ? nullptr : it->second.lock();
  if (receiver && receiver->messages.size() < kMessages) {
    receiver->messages.emplace_back(socket->local, data);
    changed(receiver.get(), &receiver->waiting, 1);
  }
  return static_cast<int64_t>(data.size());
}

int64_t Descriptors::receive(int fd, char* buffer, size_t n, int flags, SocketAddress* from) {
  SimPlatform::work(Cost::Syscall);
  int error;
  File socket = find_socket(fd, error);
  if (!socket) return error;
  if (from) *from = socket->type == SOCK_STREAM ? SocketAddress{} : socket->peer;
  if (socket->type == SOCK_DGRAM && !socket->in)
    return take_message(*socket, buffer, n, flags, from);
  if (int pending = std::exchange(socket->pending_error, 0)) return -pending;
  return socket->in ? take(*socket, buffer, n, flags) : -ENOTCONN;
}

int64_t Descriptors::send(int fd, const char* data, size_t n, int flags, const SocketAddress* to) {
  SimPlatform::work(Cost::SocketSend);
  int error;
  File socket = find_socket(fd, error);
  if (!socket) return error;
  if (socket->type == SOCK_DGRAM && !socket->out) return put_message(socket, {data, n}, to);
  if (!socket->out) return socket->domain == AF_UNIX ? -ENOTCONN : -EPIPE;
  // The first data that reaches an end that is gone is lost, and only its answer says so.
  if (socket->out->read_closed && !socket->out->write_closed && socket->domain != AF_UNIX &&
      !std::exchange(socket->broken, true))
    return static_cast<int64_t>(n);
  return put(*socket, data, n, socket->blocking && !(flags & MSG_DONTWAIT));
}

int Descriptors::shutdown(int fd, int how) {
  SimPlatform::work(Cost::Syscall);
  int error;
  File socket = find_socket(fd, error);
  if (!socket) return error;
  if (socket->listening && how != SHUT_WR) {
    socket->listening = false;
    changed(socket.get(), &socket->waiting, INT_MAX);
    return 0;
  }
  if (!socket->in) return -ENOTCONN;
  if (how != SHUT_RD) close_out(*socket);
  if (how != SHUT_WR) {
    // The other end may go on sending: what arrives is not looked at.
    socket->in->write_closed = true;
    changed(socket->in.get(), &socket->in->readers, INT_MAX);
  }
  return 0;
}

int Descriptors::local_address(int fd, SocketAddress& address) {
  SimPlatform::work(Cost::Syscall);
  int error;
  File socket = find_socket(fd, error);
  if (!socket) return error;
  address = socket->local;
  address.data.ss_family = static_cast<sa_family_t>(socket->domain);
  if (address.size == 0) {
    address.size = socket->domain == AF_INET    ? sizeof(sockaddr_in)
                   : socket->domain == AF_INET6 ? sizeof(sockaddr_in6)
                                                : sizeof(sa_family_t);
  }
  return 0;
}
int Descriptors::peer_address(int fd, SocketAddress& address) {
  SimPlatform::work(Cost::Syscall);
  int error;
  File socket = find_socket(fd, error);
  if (!socket) return error;
  if (!socket->in && (socket->type == SOCK_STREAM || socket->peer.size == 0)) return -ENOTCONN;
  address = socket->peer;
  if (address.size == 0) {
    address.data.ss_family = static_cast<sa_family_t>(socket->domain);
    address.size = sizeof(sa_family_t);
  }
  return 0;
}

int Descriptors::set_option(int fd, int level, int name, const void* value, socklen_t size) {
  SimPlatform::work(Cost::Syscall);
  int error;
  File socket = find_socket(fd, error);
  if (!socket) return error;
  socket->options[{level, name}].assign(static_cast<const char*>(value), size);
  return 0;
}
int Descriptors::get_option(int fd, int level, int name, void* value, socklen_t& size) {
  SimPlatform::work(Cost::Syscall);
  int error;
  File socket = find_socket(fd, error);
  if (!socket) return error;
  std::string kept(sizeof(int), '\0');
  int number = 0;
  if (level == SOL_SOCKET && name == SO_ERROR) number = std::exchange(socket->pending_error, 0);
  if (level == SOL_SOCKET && name == SO_TYPE) number = socket->type;
  if (level == SOL_SOCKET && name == SO_ACCEPTCONN) number = socket->listening;
  if (level == SOL_SOCKET && (name == SO_SNDBUF || name == SO_RCVBUF)) number = kSocketCapacity;
  std::memcpy(kept.data(), &number, sizeof number);
  auto it = socket->options.find({level, name});
  if (it != socket->options.end()) kept = it->second;
  size = std::min<socklen_t>(size, static_cast<socklen_t>(kept.size()));
  std::memcpy(value, kept.data(), size);
  return 0;
}
int Descriptors::set_blocking(int fd, bool blocking) {
  SimPlatform::work(Cost::Syscall);
  File file = find(fd);
  if (!file) return -EBADF;
  file->blocking = blocking;
  return 0;
}

}  // namespace gilsim
