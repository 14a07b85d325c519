// What: modelled pipes, and what pipes and connected sockets share.
#include "gil/sim/descriptors.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>

#include "gil/platform/interrupt.h"
#include "gil/sim/sim_platform.h"

namespace gilsim {

namespace {
constexpr size_t kPipeCapacity = 65536;  // bytes, as Linux's

bool interrupted() { return Interrupt::pending_for(SimPlatform::self()); }
}  // namespace

Descriptors& Descriptors::all() {
  static Descriptors table;
  return table;
}

int Descriptors::add(File file) {
  files_[next_fd_] = std::move(file);
  return next_fd_++;
}
Descriptors::File Descriptors::find(int fd) const {
  auto it = files_.find(fd);
  return it == files_.end() ? nullptr : it->second;
}

// Wakes up to n who wait on the address, and all who poll for `what`.
void Descriptors::changed(const void* what, char* address, int n) {
  std::vector<Poller*> woken;
  for (Poller* poller : pollers_) {
    if (std::find(poller->watched.begin(), poller->watched.end(), what) != poller->watched.end())
      woken.push_back(poller);
  }
  SimPlatform::wake(address, n);
  for (Poller* poller : woken) SimPlatform::wake(poller, 1);
}

int Descriptors::pipe(int fds[2]) {
  SimPlatform::work(Cost::Syscall);
  auto channel = std::make_shared<Channel>(kPipeCapacity);
  for (int k = 0; k < 2; ++k) {
    auto end = std::make_shared<Descriptor>();
    (k == 0 ? end->in : end->out) = channel;
    fds[k] = add(std::move(end));
  }
  return 0;
}

int64_t Descriptors::read(int fd, char* buffer, size_t n) {
  File file = find(fd);
  SimPlatform::work(Cost::Syscall);
  if (!file || !file->in) return file && file->is_socket ? -ENOTCONN : -EBADF;
  return take(*file, buffer, n, 0);
}
int64_t Descriptors::write(int fd, const char* data, size_t n) {
  File file = find(fd);
  if (file && file->is_socket) return send(fd, data, n, 0, nullptr);
  SimPlatform::work(Cost::Syscall);
  if (!file || !file->out) return -EBADF;
  return put(*file, data, n, file->blocking);
}

int64_t Descriptors::take(Descriptor& file, char* buffer, size_t n, int flags) {
  std::shared_ptr<Channel> channel = file.in;
  bool wait = file.blocking && !(flags & MSG_DONTWAIT);
  size_t wanted = flags & MSG_WAITALL && wait ? n : 1;
  size_t done = 0;
  while (done < n) {
    if (channel->data.empty()) {
      if (done >= wanted || channel->write_closed || channel->read_closed) break;
      if (!wait) return done > 0 ? static_cast<int64_t>(done) : -EAGAIN;
      SimPlatform::wait_on(file.is_socket ? "data on a socket" : "data in a pipe",
                           &channel->readers, kNoDeadline);
      if (interrupted()) return done > 0 ? static_cast<int64_t>(done) : -EINTR;
      continue;
    }
    size_t part = std::min(n - done, channel->data.size());
    std::copy_n(channel->data.begin(), part, buffer + done);
    SimPlatform::work(Cost::IoByte, static_cast<int64_t>(part));
    if (flags & MSG_PEEK) return static_cast<int64_t>(part);
    channel->data.erase(channel->data.begin(), channel->data.begin() + static_cast<long>(part));
    done += part;
    changed(channel.get(), &channel->writers, 1);
  }
  return static_cast<int64_t>(done);
}

int64_t Descriptors::put(Descriptor& file, const char* data, size_t n, bool wait) {
  std::shared_ptr<Channel> channel = file.out;
  size_t done = 0;
  while (done < n) {
    if (channel->read_closed || channel->write_closed) return -EPIPE;
    size_t part = std::min(channel->room(), n - done);
    if (part == 0) {
      if (!wait) return done > 0 ? static_cast<int64_t>(done) : -EAGAIN;
      SimPlatform::wait_on(file.is_socket ? "room on a socket" : "room in a pipe",
                           &channel->writers, kNoDeadline);
      if (interrupted()) return done > 0 ? static_cast<int64_t>(done) : -EINTR;
      continue;
    }
    channel->data.insert(channel->data.end(), data + done, data + done + part);
    done += part;
    SimPlatform::work(Cost::IoByte, static_cast<int64_t>(part));
    changed(channel.get(), &channel->readers, 1);
  }
  return static_cast<int64_t>(n);
}

void Descriptors::close_in(Descriptor& file) {
  if (std::shared_ptr<Channel> channel = file.in) {
    channel->read_closed = true;
    changed(channel.get(), &channel->readers, INT_MAX);
    changed(channel.get(), &channel->writers, INT_MAX);
  }
}
void Descriptors::close_out(Descriptor& file) {
  if (std::shared_ptr<Channel> channel = file.out) {
    channel->write_closed = true;
    changed(channel.get(), &channel->readers, INT_MAX);
    changed(channel.get(), &channel->writers, INT_MAX);
  }
}

int Descriptors::close(int fd) {
  SimPlatform::work(Cost::Syscall);
  File file = find(fd);
  if (!file) return ::close(fd) == 0 ? 0 : -errno;
  files_.erase(fd);
  if (file->local.size > 0) {
    auto it = bound_.find(key_of(file->type, file->local));
    if (it != bound_.end() && it->second.lock() == file) bound_.erase(it);
  }
  file->listening = false;
  for (const File& connection : file->arrived) {
    close_in(*connection);
    close_out(*connection);
  }
  close_in(*file);
  close_out(*file);
  return 0;
}

// What of `wanted` a file is ready for, with what poll() reports unasked.
short Descriptors::ready(int fd, short wanted) const {
  File file = find(fd);
  if (!file) return static_cast<short>(wanted & (POLLIN | POLLOUT));
  short found = 0;
  bool ended = file->in && (file->in->write_closed || file->in->read_closed);
  if (!file->arrived.empty() || !file->messages.empty() || ended ||
      (file->in && !file->in->data.empty()))
    found |= POLLIN;
  if (file->type == SOCK_DGRAM || (file->out && (file->out->room() > 0 || file->out->read_closed)))
    found |= POLLOUT;
  if (file->pending_error != 0) found |= POLLERR | POLLIN | POLLOUT;
  found &= static_cast<short>(wanted | POLLERR);
  bool no_writer = file->in && file->in->write_closed;
  bool no_reader = file->out && file->out->read_closed;
  bool ends = !file->is_socket || (file->out && file->out->write_closed) ||
              (file->domain == AF_UNIX && no_reader);
  if (no_writer && ends) found |= POLLHUP;
  if (!file->is_socket && no_reader) found |= POLLERR;
  if (file->is_socket && file->type == SOCK_STREAM && !file->in && !file->listening)
    found |= POLLHUP;
  return found;
}

int Descriptors::poll(pollfd* entries, size_t count, int64_t deadline_ns) {
  SimPlatform::work(Cost::Syscall);
  for (;;) {
    int found = 0;
    Poller me;
    for (size_t k = 0; k < count; ++k) {
      entries[k].revents = ready(entries[k].fd, entries[k].events);
      found += entries[k].revents != 0;
      if (File file = find(entries[k].fd))
        me.watched.insert(me.watched.end(), {file.get(), file->in.get(), file->out.get()});
    }
    if (found > 0 || deadline_ns <= SimPlatform::now()) return found;
    std::erase(me.watched, nullptr);
    pollers_.push_back(&me);
    bool woken = SimPlatform::wait_on("one of several files", &me, deadline_ns);
    std::erase(pollers_, &me);
    if (interrupted()) return -EINTR;
    if (!woken) deadline_ns = SimPlatform::now();
  }
}

}  // namespace gilsim
