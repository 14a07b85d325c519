// What: of the module os, what asks the system about files, processes and processors.
// Idea: the thinnest wrappers; records are made of the tuples in lib/os.py.
// Threads: any; nothing is kept here.
// Not here: pipes, reading and writing (os_module.cpp).
#include <fcntl.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/times.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>

#include "vm/modules/modules.h"

namespace gilsim {
namespace {

bool to_int(Context& cx, Handle h, int& number) {
  int64_t wide;
  if (!cx.to_int64(h, wide)) return false;
  number = wide < INT32_MIN || wide > INT32_MAX ? -1 : static_cast<int>(wide);
  return true;
}
Handle result_of(Context& cx, int result, std::string_view path = {}) {
  return result < 0 ? cx.raise_os(errno, path) : cx.none();
}

// ---- files by number
Handle os_open(Context& cx, const Handle* args, uint32_t) {
  std::string path;
  int flags, mode = 0777;
  if (!path_argument(cx, args[0], path) || !to_int(cx, args[1], flags) ||
      (args[2] && !to_int(cx, args[2], mode)))
    return {};
  int fd = ::open(path.c_str(), flags | O_CLOEXEC, mode);
  return fd < 0 ? cx.raise_os(errno, path) : cx.integer(fd);
}
Handle os_lseek(Context& cx, const Handle* args, uint32_t) {
  int fd, whence;
  int64_t offset;
  if (!to_int(cx, args[0], fd) || !cx.to_int64(args[1], offset) || !to_int(cx, args[2], whence))
    return {};
  off_t at = ::lseek(fd, offset, whence);
  return at < 0 ? cx.raise_os(errno) : cx.integer(at);
}
Handle os_dup(Context& cx, const Handle* args, uint32_t) {
  int fd;
  if (!to_int(cx, args[0], fd)) return {};
  int made = ::fcntl(fd, F_DUPFD_CLOEXEC, 0);
  return made < 0 ? cx.raise_os(errno) : cx.integer(made);
}
Handle os_dup2(Context& cx, const Handle* args, uint32_t) {
  int fd, wanted;
  if (!to_int(cx, args[0], fd) || !to_int(cx, args[1], wanted)) return {};
  flush_standard_streams();
  return ::dup2(fd, wanted) < 0 ? cx.raise_os(errno) : cx.integer(wanted);
}
Handle os_isatty(Context& cx, const Handle* args, uint32_t) {
  int fd;
  if (!to_int(cx, args[0], fd)) return {};
  return cx.boolean(::isatty(fd) != 0);
}
Handle os_fsync(Context& cx, const Handle* args, uint32_t) {
  int fd;
  if (!to_int(cx, args[0], fd)) return {};
  int error = 0;
  cx.services().without_lock(0, [&] { error = ::fsync(fd) < 0 ? errno : 0; });
  return error ? cx.raise_os(error) : cx.none();
}
Handle os_set_blocking(Context& cx, const Handle* args, uint32_t) {
  int fd;
  if (!to_int(cx, args[0], fd)) return {};
  int result = cx.services().sockets().set_blocking(fd, cx.truth(args[1]) == 1);
  return result < 0 ? cx.raise_os(-result) : cx.none();
}
Handle os_truncate(Context& cx, const Handle* args, uint32_t) {
  int64_t length;
  std::string path;
  if (!cx.to_int64(args[1], length)) return {};
  int fd;
  if (cx.is_int(args[0]))
    return to_int(cx, args[0], fd) ? result_of(cx, ::ftruncate(fd, length)) : Handle{};
  return path_argument(cx, args[0], path) ? result_of(cx, ::truncate(path.c_str(), length), path)
                                    : Handle{};
}

// ---- files by name
Handle os_stat(Context& cx, const Handle* args, uint32_t) {
  struct stat s;
  int fd, result;
  std::string path;
  if (cx.is_int(args[0])) {
    if (!to_int(cx, args[0], fd)) return {};
    result = ::fstat(fd, &s);
  } else {
    if (!path_argument(cx, args[0], path)) return {};
    result = cx.truth(args[1]) == 1 ? ::stat(path.c_str(), &s) : ::lstat(path.c_str(), &s);
  }
  if (result < 0) return cx.raise_os(errno, path);
  auto seconds = [&](const timespec& t) {
    return cx.real(static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) / 1e9);
  };
  return cx.tuple({cx.integer(s.st_mode), cx.unsigned_integer(s.st_ino),
                   cx.unsigned_integer(s.st_dev), cx.unsigned_integer(s.st_nlink),
                   cx.integer(s.st_uid), cx.integer(s.st_gid), cx.integer(s.st_size),
                   seconds(s.st_atim), seconds(s.st_mtim), seconds(s.st_ctim),
                   cx.integer(int64_t{s.st_mtim.tv_sec} * 1000000000 + s.st_mtim.tv_nsec)});
}
Handle os_access(Context& cx, const Handle* args, uint32_t) {
  std::string path;
  int mode;
  if (!path_argument(cx, args[0], path) || !to_int(cx, args[1], mode)) return {};
  return cx.boolean(::access(path.c_str(), mode) == 0);
}
Handle os_chmod(Context& cx, const Handle* args, uint32_t) {
  std::string path;
  int mode;
  if (!path_argument(cx, args[0], path) || !to_int(cx, args[1], mode)) return {};
  return result_of(cx, ::chmod(path.c_str(), static_cast<mode_t>(mode)), path);
}
Handle os_chdir(Context& cx, const Handle* args, uint32_t) {
  std::string path;
  return path_argument(cx, args[0], path) ? result_of(cx, ::chdir(path.c_str()), path) : Handle{};
}
Handle os_symlink(Context& cx, const Handle* args, uint32_t) {
  std::string from, to;
  if (!path_argument(cx, args[0], from) || !path_argument(cx, args[1], to)) return {};
  return result_of(cx, ::symlink(from.c_str(), to.c_str()), from);
}
Handle os_link(Context& cx, const Handle* args, uint32_t) {
  std::string from, to;
  if (!path_argument(cx, args[0], from) || !path_argument(cx, args[1], to)) return {};
  return result_of(cx, ::link(from.c_str(), to.c_str()), from);
}
Handle os_readlink(Context& cx, const Handle* args, uint32_t) {
  std::string path, target(4096, '\0');
  if (!path_argument(cx, args[0], path)) return {};
  ssize_t n = ::readlink(path.c_str(), target.data(), target.size());
  return n < 0 ? cx.raise_os(errno, path) : cx.str({target.data(), static_cast<size_t>(n)});
}

// ---- the process
Handle os_getppid(Context& cx, const Handle*, uint32_t) {
  return cx.integer(cx.services().simulated() ? 0 : ::getppid());
}
Handle os_getuid(Context& cx, const Handle*, uint32_t) { return cx.integer(::getuid()); }
Handle os_geteuid(Context& cx, const Handle*, uint32_t) { return cx.integer(::geteuid()); }
Handle os_getgid(Context& cx, const Handle*, uint32_t) { return cx.integer(::getgid()); }
Handle os_umask(Context& cx, const Handle* args, uint32_t) {
  int mask;
  return to_int(cx, args[0], mask) ? cx.integer(::umask(static_cast<mode_t>(mask))) : Handle{};
}
// In sim the only process is this one, whose number there is 1.
Handle os_kill(Context& cx, const Handle* args, uint32_t) {
  int pid, signal;
  if (!to_int(cx, args[0], pid) || !to_int(cx, args[1], signal)) return {};
  if (cx.services().simulated()) {
    if (pid != 1) return cx.raise_os(ESRCH);
    pid = ::getpid();
  }
  Handle result = result_of(cx, ::kill(pid, signal));
  // What the program sends itself is handled before the call ends, as in CPython.
  return result && !cx.services().check_signals() ? Handle{} : result;
}
Handle os_abort(Context&, const Handle*, uint32_t) { std::abort(); }
Handle os_putenv(Context& cx, const Handle* args, uint32_t) {
  std::string name(cx.text(args[0])), value(cx.text(args[1]));
  return result_of(cx, ::setenv(name.c_str(), value.c_str(), 1));
}
Handle os_unsetenv(Context& cx, const Handle* args, uint32_t) {
  return result_of(cx, ::unsetenv(std::string(cx.text(args[0])).c_str()));
}
Handle os_times(Context& cx, const Handle*, uint32_t) {
  double cpu_s = static_cast<double>(cx.services().process_ns()) / 1e9, system_s = 0;
  double elapsed_s = static_cast<double>(cx.services().monotonic_ns()) / 1e9;
  if (!cx.services().simulated()) {
    struct tms spent;
    ::times(&spent);
    system_s = static_cast<double>(spent.tms_stime) / static_cast<double>(::sysconf(_SC_CLK_TCK));
    cpu_s = static_cast<double>(spent.tms_utime) / static_cast<double>(::sysconf(_SC_CLK_TCK));
  }
  return cx.tuple({cx.real(cpu_s), cx.real(system_s), cx.real(0), cx.real(0), cx.real(elapsed_s)});
}

// ---- the machine
Handle os_uname(Context& cx, const Handle*, uint32_t) {
  utsname names;
  if (::uname(&names) < 0) return cx.raise_os(errno);
  bool modelled = cx.services().simulated();
  return cx.tuple({cx.str(names.sysname), cx.str(modelled ? "localhost" : names.nodename),
                   cx.str(names.release), cx.str(names.version), cx.str(names.machine)});
}
Handle os_getloadavg(Context& cx, const Handle*, uint32_t) {
  double load[3] = {0, 0, 0};
  if (!cx.services().simulated() && ::getloadavg(load, 3) != 3) return cx.raise_os(ENOSYS);
  return cx.tuple({cx.real(load[0]), cx.real(load[1]), cx.real(load[2])});
}
Handle os_terminal_size(Context& cx, const Handle* args, uint32_t) {
  int fd;
  winsize size{};
  if (!to_int(cx, args[0], fd)) return {};
  if (::ioctl(fd, TIOCGWINSZ, &size) < 0) return cx.raise_os(errno);
  return cx.tuple({cx.integer(size.ws_col), cx.integer(size.ws_row)});
}
Handle os_sched_yield(Context& cx, const Handle*, uint32_t) {
  cx.services().yield();
  return cx.none();
}
// In sim threads are not bound to cores: the numbers are only checked.
Handle os_setaffinity(Context& cx, const Handle* args, uint32_t) {
  int pid;
  cpu_set_t set;
  CPU_ZERO(&set);
  bool any = false;
  int64_t count = cx.length(args[1]);
  if (!to_int(cx, args[0], pid)) return {};
  for (int64_t k = 0; k < count; ++k) {
    int cpu;
    if (!to_int(cx, cx.item(args[1], k), cpu)) return {};
    if (cpu < 0) return cx.raise(Exc::ValueError, "negative CPU number");
    if (cpu >= CPU_SETSIZE) continue;
    CPU_SET(cpu, &set);
    any = any || static_cast<uint32_t>(cpu) < cx.services().cpu_count();
  }
  if (!cx.services().simulated()) return result_of(cx, ::sched_setaffinity(pid, sizeof set, &set));
  return any ? cx.none() : cx.raise_os(EINVAL);
}
Handle os_sysconf(Context& cx, const Handle* args, uint32_t) {
  struct Name {
    std::string_view name;
    int number;
  };
  constexpr Name kNames[] = {{"SC_NPROCESSORS_ONLN", _SC_NPROCESSORS_ONLN},
                             {"SC_NPROCESSORS_CONF", _SC_NPROCESSORS_CONF},
                             {"SC_PAGE_SIZE", _SC_PAGESIZE},
                             {"SC_PAGESIZE", _SC_PAGESIZE},
                             {"SC_PHYS_PAGES", _SC_PHYS_PAGES},
                             {"SC_CLK_TCK", _SC_CLK_TCK},
                             {"SC_OPEN_MAX", _SC_OPEN_MAX}};
  std::string_view wanted = cx.is_str(args[0]) ? cx.text(args[0]) : std::string_view();
  for (auto [name, number] : kNames) {
    bool counts = number == _SC_NPROCESSORS_ONLN || number == _SC_NPROCESSORS_CONF;
    if (name == wanted) return cx.integer(counts ? cx.services().cpu_count() : ::sysconf(number));
  }
  return cx.raise(Exc::ValueError, "unrecognized configuration name");
}

constexpr ModuleFunction kFunctions[] = {
    {"open", os_open, 2, 3, "path flags mode"},
    {"lseek", os_lseek, 3, 3},
    {"dup", os_dup, 1, 1},
    {"dup2", os_dup2, 2, 2},
    {"isatty", os_isatty, 1, 1},
    {"fsync", os_fsync, 1, 1},
    {"set_blocking", os_set_blocking, 2, 2},
    {"truncate", os_truncate, 2, 2},
    {"ftruncate", os_truncate, 2, 2},
    {"_stat", os_stat, 2, 2},
    {"access", os_access, 2, 2},
    {"chmod", os_chmod, 2, 2},
    {"chdir", os_chdir, 1, 1},
    {"symlink", os_symlink, 2, 2},
    {"link", os_link, 2, 2},
    {"readlink", os_readlink, 1, 1},
    {"getppid", os_getppid, 0, 0},
    {"getuid", os_getuid, 0, 0},
    {"geteuid", os_geteuid, 0, 0},
    {"getgid", os_getgid, 0, 0},
    {"umask", os_umask, 1, 1},
    {"kill", os_kill, 2, 2},
    {"abort", os_abort, 0, 0},
    {"putenv", os_putenv, 2, 2},
    {"unsetenv", os_unsetenv, 1, 1},
    {"_times", os_times, 0, 0},
    {"_uname", os_uname, 0, 0},
    {"getloadavg", os_getloadavg, 0, 0},
    {"_terminal_size", os_terminal_size, 1, 1},
    {"sched_yield", os_sched_yield, 0, 0},
    {"_sched_setaffinity", os_setaffinity, 2, 2},
    {"sysconf", os_sysconf, 1, 1},
};

struct Constant {
  const char* name;
  int value;
};
constexpr Constant kConstants[] = {
    {"O_RDONLY", O_RDONLY}, {"O_WRONLY", O_WRONLY},     {"O_RDWR", O_RDWR},
    {"O_CREAT", O_CREAT},   {"O_EXCL", O_EXCL},         {"O_TRUNC", O_TRUNC},
    {"O_APPEND", O_APPEND}, {"O_NONBLOCK", O_NONBLOCK}, {"O_CLOEXEC", O_CLOEXEC},
    {"O_SYNC", O_SYNC},
};

}  // namespace

bool add_os_system(Context& cx, Handle module) {
  for (const Constant& constant : kConstants) {
    if (!cx.set_attr(module, constant.name, cx.integer(constant.value))) return false;
  }
  return cx.add_functions(module, kFunctions, std::size(kFunctions));
}

}  // namespace gilsim
