// What: the module _socket: the calls on sockets and waiting for several files, by file number.
// Idea: as CPython's: whatever may block runs without the interpreter lock; a time limit is a wait
//   for the file to be ready, then the call.
// Threads: any; nothing is kept here.
// Not here: the class socket, names of services, select's own functions (lib/socket.py, select.py).
#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cmath>
#include <cstring>

#include "vm/modules/modules.h"

namespace gilsim {
namespace {

constexpr int64_t kTimedOut = INT64_MIN;  // beside -errno
constexpr int64_t kLongestWaitNs = int64_t{1} << 62;

bool to_int(Context& cx, Handle h, int& number) {
  int64_t wide;
  if (!cx.to_int64(h, wide)) return false;
  number = wide < INT32_MIN || wide > INT32_MAX ? -1 : static_cast<int>(wide);
  return true;
}
// Seconds, or None for ever.
bool to_deadline(Context& cx, Handle timeout, int64_t& deadline_ns) {
  deadline_ns = Services::kForever;
  if (cx.is_none(timeout)) return true;
  double seconds;
  if (!cx.to_double(timeout, seconds)) return false;
  double wait_ns = std::ceil(seconds * 1e9);
  if (wait_ns < static_cast<double>(kLongestWaitNs))
    deadline_ns = cx.services().monotonic_ns() + static_cast<int64_t>(wait_ns);
  return true;
}

// ---- addresses: (host, port), hosts in numbers, or a path
Handle address_value(Context& cx, const SocketAddress& address) {
  char text[INET6_ADDRSTRLEN];
  if (address.size == 0) return cx.none();
  switch (address.data.ss_family) {
    case AF_INET: {
      auto& in = reinterpret_cast<const sockaddr_in&>(address.data);
      inet_ntop(AF_INET, &in.sin_addr, text, sizeof text);
      return cx.tuple({cx.str(text), cx.integer(ntohs(in.sin_port))});
    }
    case AF_INET6: {
      auto& in = reinterpret_cast<const sockaddr_in6&>(address.data);
      inet_ntop(AF_INET6, &in.sin6_addr, text, sizeof text);
      return cx.tuple({cx.str(text), cx.integer(ntohs(in.sin6_port)),
                       cx.integer(ntohl(in.sin6_flowinfo)), cx.integer(in.sin6_scope_id)});
    }
    default: {
      size_t size = address.size - offsetof(sockaddr_un, sun_path);
      if (address.size <= offsetof(sockaddr_un, sun_path)) return cx.str("");
      const char* path = reinterpret_cast<const sockaddr_un&>(address.data).sun_path;
      return path[0] ? cx.str({path, strnlen(path, size)}) : cx.bytes({path, size});
    }
  }
}

bool read_path(Context& cx, Handle h, SocketAddress& address) {
  auto& un = reinterpret_cast<sockaddr_un&>(address.data);
  std::string_view path = cx.text(h);
  if (path.size() >= sizeof un.sun_path) {
    cx.raise(Exc::OSError, "AF_UNIX path too long");
    return false;
  }
  un.sun_family = AF_UNIX;
  std::memcpy(un.sun_path, path.data(), path.size());
  bool is_abstract = !path.empty() && path[0] == '\0';
  address.size =
      static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + path.size() + (is_abstract ? 0 : 1));
  return true;
}
// lib/socket.py has checked what it is.
bool read_address(Context& cx, Handle family, Handle h, SocketAddress& address) {
  int number, port;
  if (!to_int(cx, family, number)) return false;
  if (number == AF_UNIX) return read_path(cx, h, address);
  std::string host(cx.text(cx.item(h, 0)));
  if (!to_int(cx, cx.item(h, 1), port)) return false;
  address.data.ss_family = static_cast<sa_family_t>(number);
  auto& in = reinterpret_cast<sockaddr_in&>(address.data);
  auto& in6 = reinterpret_cast<sockaddr_in6&>(address.data);
  in.sin_port = htons(static_cast<uint16_t>(port));  // at the same place in both
  address.size = number == AF_INET ? sizeof in : sizeof in6;
  void* place = number == AF_INET ? static_cast<void*>(&in.sin_addr) : &in6.sin6_addr;
  if (inet_pton(number, host.c_str(), place) == 1) return true;
  cx.raise_os(EINVAL);
  return false;
}

// ---- calls with a time limit
Handle failed(Context& cx, int64_t result) {
  return result == kTimedOut ? cx.raise(Exc::TimeoutError, "timed out")
                             : cx.raise_os(static_cast<int>(-result));
}

// Waits for a file until the deadline: 0, or an error.
int64_t wait_for(Context& cx, int fd, short events, int64_t deadline_ns) {
  Services& services = cx.services();
  int64_t found = services.blocking("a socket", [&] {
    pollfd entry{fd, events, 0};
    return static_cast<int64_t>(services.sockets().poll(&entry, 1, deadline_ns));
  });
  return found > 0 ? 0 : found == 0 ? kTimedOut : found;
}
// False: error pending. timeout: None, 0 (files are set to return at once then) or seconds.
bool limited(Context& cx, int fd, Handle timeout, short events, const char* reason, int64_t& result,
             const std::function<int64_t()>& call) {
  int64_t deadline_ns;
  double seconds = 0;
  if (!to_deadline(cx, timeout, deadline_ns)) return false;
  bool waits = !cx.is_none(timeout) && cx.to_double(timeout, seconds) && seconds > 0;
  do {
    if (waits) {
      result = wait_for(cx, fd, events, deadline_ns);
      if (result < 0) break;
    }
    result = cx.services().blocking(reason, call);
  } while (waits && result == -EAGAIN);
  if (result >= 0) return true;
  failed(cx, result);
  return false;
}

Handle sock_open(Context& cx, const Handle* args, uint32_t) {
  int domain, type, protocol;
  if (!to_int(cx, args[0], domain) || !to_int(cx, args[1], type) || !to_int(cx, args[2], protocol))
    return {};
  int fd = cx.services().sockets().open(domain, type, protocol);
  return fd < 0 ? failed(cx, fd) : cx.integer(fd);
}
Handle sock_pair(Context& cx, const Handle* args, uint32_t) {
  int domain, type, protocol, fds[2];
  if (!to_int(cx, args[0], domain) || !to_int(cx, args[1], type) || !to_int(cx, args[2], protocol))
    return {};
  int result = cx.services().sockets().pair(domain, type, protocol, fds);
  return result < 0 ? failed(cx, result) : cx.tuple({cx.integer(fds[0]), cx.integer(fds[1])});
}
// bind(fd, family, address)
Handle sock_bind(Context& cx, const Handle* args, uint32_t) {
  int fd;
  SocketAddress address;
  if (!to_int(cx, args[0], fd) || !read_address(cx, args[1], args[2], address)) return {};
  int result = cx.services().sockets().bind(fd, address);
  return result < 0 ? failed(cx, result) : cx.none();
}
Handle sock_listen(Context& cx, const Handle* args, uint32_t) {
  int fd, backlog;
  if (!to_int(cx, args[0], fd) || !to_int(cx, args[1], backlog)) return {};
  int result = cx.services().sockets().listen(fd, backlog < 0 ? 0 : backlog);
  return result < 0 ? failed(cx, result) : cx.none();
}
// accept(fd, timeout): (fd, address)
Handle sock_accept(Context& cx, const Handle* args, uint32_t) {
  int fd;
  SocketAddress peer;
  int64_t result;
  if (!to_int(cx, args[0], fd) || !limited(cx, fd, args[1], POLLIN, "accept", result, [&] {
        return static_cast<int64_t>(cx.services().sockets().accept(fd, peer));
      }))
    return {};
  return cx.tuple({cx.integer(result), address_value(cx, peer)});
}
// connect(fd, timeout, family, address): 0 or an errno
Handle sock_connect(Context& cx, const Handle* args, uint32_t) {
  int fd;
  SocketAddress address;
  int64_t deadline_ns;
  if (!to_int(cx, args[0], fd) || !to_deadline(cx, args[1], deadline_ns) ||
      !read_address(cx, args[2], args[3], address))
    return {};
  SocketCalls& sockets = cx.services().sockets();
  int64_t result = cx.services().blocking(
      "connect", [&] { return static_cast<int64_t>(sockets.connect(fd, address)); });
  double seconds = 0;
  bool waits = !cx.is_none(args[1]) && cx.to_double(args[1], seconds) && seconds > 0;
  if (result == -EINPROGRESS && waits) {
    result = wait_for(cx, fd, POLLOUT, deadline_ns);
    int error = 0;
    socklen_t size = sizeof error;
    if (result == 0 && sockets.get_option(fd, SOL_SOCKET, SO_ERROR, &error, size) == 0)
      result = -error;
  }
  if (result == kTimedOut || (result == -EINTR && cx.pending())) return failed(cx, result);
  return cx.integer(-result);
}

// recv(fd, timeout, size, flags): bytes; recvfrom: (bytes, address)
Handle receive(Context& cx, const Handle* args, bool with_address) {
  int fd, flags;
  int64_t size, result;
  if (!to_int(cx, args[0], fd) || !cx.to_int64(args[2], size) || !to_int(cx, args[3], flags))
    return {};
  if (size < 0) {
    return cx.raise(Exc::ValueError, with_address ? "negative buffersize in recvfrom"
                                                  : "negative buffersize in recv");
  }
  std::string buffer(static_cast<size_t>(std::min<int64_t>(size, int64_t{1} << 30)), '\0');
  SocketAddress from;
  if (!limited(cx, fd, args[1], POLLIN, "recv", result, [&] {
        return cx.services().sockets().receive(fd, buffer.data(), buffer.size(), flags,
                                               with_address ? &from : nullptr);
      }))
    return {};
  Handle data = cx.bytes({buffer.data(), static_cast<size_t>(result)});
  return with_address ? cx.tuple({data, address_value(cx, from)}) : data;
}
Handle sock_recv(Context& cx, const Handle* args, uint32_t) { return receive(cx, args, false); }
Handle sock_recvfrom(Context& cx, const Handle* args, uint32_t) { return receive(cx, args, true); }

bool read_data(Context& cx, Handle h, std::string& data) {
  Handle plain = cx.is_bytes(h) ? h : Handle{};
  Handle convert = plain || cx.is_str(h) ? Handle{} : cx.get_attr_optional(h, "__bytes__");
  if (convert) plain = cx.call(convert, {});
  if (plain) {
    data = cx.text(plain);
    return true;
  }
  if (!cx.pending())
    cx.raise(Exc::TypeError, "a bytes-like object is required, not '" + cx.class_name(h) + "'");
  return false;
}
// send(fd, timeout, data, flags[, family, address]): how many bytes went
Handle sock_send(Context& cx, const Handle* args, uint32_t) {
  int fd, flags;
  std::string data;
  SocketAddress to;
  int64_t result;
  if (!to_int(cx, args[0], fd) || !read_data(cx, args[2], data) || !to_int(cx, args[3], flags) ||
      (args[5] && !read_address(cx, args[4], args[5], to)))
    return {};
  if (!limited(cx, fd, args[1], POLLOUT, "send", result, [&] {
        return cx.services().sockets().send(fd, data.data(), data.size(), flags,
                                            args[5] ? &to : nullptr);
      }))
    return {};
  return cx.integer(result);
}
// sendall(fd, timeout, data, flags)
Handle sock_sendall(Context& cx, const Handle* args, uint32_t) {
  int fd, flags;
  std::string data;
  if (!to_int(cx, args[0], fd) || !read_data(cx, args[2], data) || !to_int(cx, args[3], flags))
    return {};
  size_t done = 0;
  while (done < data.size()) {
    int64_t result;
    if (!limited(cx, fd, args[1], POLLOUT, "send", result, [&] {
          return cx.services().sockets().send(fd, data.data() + done, data.size() - done, flags,
                                              nullptr);
        }))
      return {};
    done += static_cast<size_t>(result);
  }
  return cx.none();
}

Handle sock_shutdown(Context& cx, const Handle* args, uint32_t) {
  int fd, how;
  if (!to_int(cx, args[0], fd) || !to_int(cx, args[1], how)) return {};
  int result = cx.services().sockets().shutdown(fd, how);
  return result < 0 ? failed(cx, result) : cx.none();
}
Handle sock_close(Context& cx, const Handle* args, uint32_t) {
  int fd;
  if (!to_int(cx, args[0], fd)) return {};
  int result = cx.services().close(fd);
  return result < 0 ? failed(cx, result) : cx.none();
}
Handle sock_getsockname(Context& cx, const Handle* args, uint32_t) {
  int fd;
  SocketAddress address;
  if (!to_int(cx, args[0], fd)) return {};
  int result = cx.services().sockets().local_address(fd, address);
  return result < 0 ? failed(cx, result) : address_value(cx, address);
}
Handle sock_getpeername(Context& cx, const Handle* args, uint32_t) {
  int fd;
  SocketAddress address;
  if (!to_int(cx, args[0], fd)) return {};
  int result = cx.services().sockets().peer_address(fd, address);
  return result < 0 ? failed(cx, result) : address_value(cx, address);
}
// setsockopt(fd, level, name, int or bytes)
Handle sock_setsockopt(Context& cx, const Handle* args, uint32_t) {
  int fd, level, name, number = 0;
  std::string data;
  if (!to_int(cx, args[0], fd) || !to_int(cx, args[1], level) || !to_int(cx, args[2], name))
    return {};
  if (cx.is_bytes(args[3])) {
    data = cx.text(args[3]);
  } else {
    if (!to_int(cx, args[3], number)) return {};
    data.assign(reinterpret_cast<const char*>(&number), sizeof number);
  }
  int result = cx.services().sockets().set_option(fd, level, name, data.data(),
                                                  static_cast<socklen_t>(data.size()));
  return result < 0 ? failed(cx, result) : cx.none();
}
// getsockopt(fd, level, name, size): an int if the size is 0
Handle sock_getsockopt(Context& cx, const Handle* args, uint32_t) {
  int fd, level, name, size;
  if (!to_int(cx, args[0], fd) || !to_int(cx, args[1], level) || !to_int(cx, args[2], name) ||
      !to_int(cx, args[3], size))
    return {};
  if (size < 0 || size > 1024) return cx.raise(Exc::OSError, "getsockopt buflen out of range");
  int number = 0;
  std::string data(size == 0 ? sizeof number : static_cast<size_t>(size), '\0');
  auto used = static_cast<socklen_t>(data.size());
  int result = cx.services().sockets().get_option(fd, level, name, data.data(), used);
  if (result < 0) return failed(cx, result);
  if (size > 0) return cx.bytes({data.data(), used});
  std::memcpy(&number, data.data(), sizeof number);
  return cx.integer(number);
}
Handle sock_set_blocking(Context& cx, const Handle* args, uint32_t) {
  int fd;
  if (!to_int(cx, args[0], fd)) return {};
  int result = cx.services().sockets().set_blocking(fd, cx.is_true(args[1]));
  return result < 0 ? failed(cx, result) : cx.none();
}

// poll([(fd, events), ...], timeout): [(fd, events), ...], those that are ready
Handle sock_poll(Context& cx, const Handle* args, uint32_t) {
  std::vector<pollfd> entries;
  int64_t count = cx.length(args[0]), deadline_ns;
  for (int64_t k = 0; k < count; ++k) {
    int fd, events;
    uint32_t mark = cx.mark();
    Handle entry = cx.item(args[0], k);
    if (!to_int(cx, cx.item(entry, 0), fd) || !to_int(cx, cx.item(entry, 1), events)) return {};
    cx.release_to(mark);
    entries.push_back({fd, static_cast<short>(events), 0});
  }
  if (!to_deadline(cx, args[1], deadline_ns)) return {};
  int64_t found = cx.services().blocking("one of several files", [&] {
    return static_cast<int64_t>(
        cx.services().sockets().poll(entries.data(), entries.size(), deadline_ns));
  });
  if (found < 0) return failed(cx, found);
  Handle list = cx.list();
  for (const pollfd& entry : entries) {
    if (entry.revents == 0) continue;
    if (!cx.append(list, cx.tuple({cx.integer(entry.fd), cx.integer(entry.revents)}))) return {};
  }
  return list;
}

// resolve(host, family): its addresses in numbers, or an error of getaddrinfo
Handle sock_resolve(Context& cx, const Handle* args, uint32_t) {
  int family;
  if (!to_int(cx, args[1], family)) return {};
  std::string host(cx.text(args[0]));
  std::vector<std::string> found;
  addrinfo hints{};
  hints.ai_family = family;
  hints.ai_socktype = SOCK_STREAM;
  if (cx.services().simulated()) hints.ai_flags = AI_NUMERICHOST;  // nothing but numbers there
  int error = 0;
  cx.services().without_lock(static_cast<int64_t>(host.size()), [&] {
    addrinfo* first = nullptr;
    error = ::getaddrinfo(host.c_str(), nullptr, &hints, &first);
    for (addrinfo* a = first; error == 0 && a; a = a->ai_next) {
      char text[NI_MAXHOST];
      ::getnameinfo(a->ai_addr, a->ai_addrlen, text, sizeof text, nullptr, 0, NI_NUMERICHOST);
      found.emplace_back(text);
    }
    if (first) ::freeaddrinfo(first);
  });
  if (error != 0) return cx.tuple({cx.integer(error), cx.str(::gai_strerror(error))});
  Handle list = cx.list();
  for (const std::string& text : found) {
    if (!cx.append(list, cx.str(text))) return {};
  }
  return list;
}
Handle sock_gethostname(Context& cx, const Handle*, uint32_t) {
  char name[256] = "localhost";
  if (!cx.services().simulated()) ::gethostname(name, sizeof name);
  return cx.str(name);
}
// pton(family, text), ntop(family, bytes): None if it is no address
Handle sock_pton(Context& cx, const Handle* args, uint32_t) {
  int family;
  char data[sizeof(in6_addr)];
  if (!to_int(cx, args[0], family)) return {};
  std::string text(cx.text(args[1]));
  if (inet_pton(family, text.c_str(), data) != 1) return cx.none();
  return cx.bytes({data, family == AF_INET ? sizeof(in_addr) : sizeof(in6_addr)});
}
Handle sock_ntop(Context& cx, const Handle* args, uint32_t) {
  int family;
  char text[INET6_ADDRSTRLEN];
  if (!to_int(cx, args[0], family)) return {};
  std::string data(cx.text(args[1]));
  if (data.size() != (family == AF_INET ? sizeof(in_addr) : sizeof(in6_addr))) return cx.none();
  return cx.str(inet_ntop(family, data.data(), text, sizeof text));
}

constexpr ModuleFunction kFunctions[] = {
    {"open", sock_open, 3, 3},
    {"pair", sock_pair, 3, 3},
    {"bind", sock_bind, 3, 3},
    {"listen", sock_listen, 2, 2},
    {"accept", sock_accept, 2, 2},
    {"connect", sock_connect, 4, 4},
    {"recv", sock_recv, 4, 4},
    {"recvfrom", sock_recvfrom, 4, 4},
    {"send", sock_send, 4, 6},
    {"sendall", sock_sendall, 4, 4},
    {"shutdown", sock_shutdown, 2, 2},
    {"close", sock_close, 1, 1},
    {"getsockname", sock_getsockname, 1, 1},
    {"getpeername", sock_getpeername, 1, 1},
    {"setsockopt", sock_setsockopt, 4, 4},
    {"getsockopt", sock_getsockopt, 4, 4},
    {"set_blocking", sock_set_blocking, 2, 2},
    {"poll", sock_poll, 2, 2},
    {"resolve", sock_resolve, 2, 2},
    {"gethostname", sock_gethostname, 0, 0},
    {"pton", sock_pton, 2, 2},
    {"ntop", sock_ntop, 2, 2},
};

struct Constant {
  const char* name;
  int value;
};
#define NAMED(name) \
  { #name, name }
constexpr Constant kConstants[] = {
    NAMED(AF_UNSPEC),     NAMED(AF_UNIX),        NAMED(AF_INET),       NAMED(AF_INET6),
    NAMED(SOCK_STREAM),   NAMED(SOCK_DGRAM),     NAMED(SOCK_NONBLOCK), NAMED(SOCK_CLOEXEC),
    NAMED(SOL_SOCKET),    NAMED(SO_REUSEADDR),   NAMED(SO_REUSEPORT),  NAMED(SO_KEEPALIVE),
    NAMED(SO_BROADCAST),  NAMED(SO_LINGER),      NAMED(SO_ERROR),      NAMED(SO_TYPE),
    NAMED(SO_RCVBUF),     NAMED(SO_SNDBUF),      NAMED(SO_RCVTIMEO),   NAMED(SO_SNDTIMEO),
    NAMED(SO_ACCEPTCONN), NAMED(SOMAXCONN),      NAMED(IPPROTO_IP),    NAMED(IPPROTO_TCP),
    NAMED(IPPROTO_UDP),   NAMED(IPPROTO_IPV6),   NAMED(IPV6_V6ONLY),   NAMED(TCP_NODELAY),
    NAMED(MSG_PEEK),      NAMED(MSG_WAITALL),    NAMED(MSG_DONTWAIT),  NAMED(MSG_NOSIGNAL),
    NAMED(SHUT_RD),       NAMED(SHUT_WR),        NAMED(SHUT_RDWR),     NAMED(AI_PASSIVE),
    NAMED(EAI_NONAME),    NAMED(TCP_KEEPIDLE),   NAMED(TCP_KEEPINTVL), NAMED(TCP_KEEPCNT),
    NAMED(TCP_QUICKACK),  NAMED(AI_NUMERICHOST),
};
#undef NAMED

}  // namespace

bool init_socket_module(Context& cx, Handle module) {
  for (const Constant& constant : kConstants) {
    if (!cx.set_attr(module, constant.name, cx.integer(constant.value))) return false;
  }
  return cx.add_functions(module, kFunctions, std::size(kFunctions));
}

}  // namespace gilsim
