// What: the module os: pipes, reading and writing by number, the environment, a few paths.
// Idea: pipes go through Services, so that in sim they are modelled and cost virtual time.
#include <algorithm>
#include <filesystem>
#include <string>
#include <system_error>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <vector>

#include "vm/modules/modules.h"

extern char** environ;

namespace gilsim {

namespace {

Handle os_pipe(Context& cx, const Handle*, uint32_t) {
  int fds[2];
  int result = cx.services().pipe(fds);
  if (result < 0) return cx.raise_os(-result);
  return cx.tuple({cx.integer(fds[0]), cx.integer(fds[1])});
}

bool to_fd(Context& cx, Handle h, int& fd) {
  int64_t number;
  if (!cx.to_int64(h, number)) return false;
  fd = number < 0 || number > INT32_MAX ? -1 : static_cast<int>(number);
  return true;
}

Handle os_read(Context& cx, const Handle* args, uint32_t) {
  int fd;
  int64_t wanted;
  if (!to_fd(cx, args[0], fd) || !cx.to_int64(args[1], wanted)) return {};
  if (wanted < 0) return cx.raise_os(EINVAL);
  std::vector<char> buffer(static_cast<size_t>(std::min<int64_t>(wanted, int64_t{1} << 30)));
  int64_t n = cx.services().read(fd, buffer.data(), buffer.size());
  return n < 0 ? cx.raise_os(static_cast<int>(-n))
               : cx.bytes({buffer.data(), static_cast<size_t>(n)});
}
Handle os_write(Context& cx, const Handle* args, uint32_t) {
  int fd;
  if (!to_fd(cx, args[0], fd)) return {};
  if (!cx.is_bytes(args[1])) {
    return cx.raise(Exc::TypeError,
                    "a bytes-like object is required, not '" + cx.class_name(args[1]) + "'");
  }
  std::string data(cx.text(args[1]));
  int64_t n = cx.services().write(fd, data.data(), data.size());
  return n < 0 ? cx.raise_os(static_cast<int>(-n)) : cx.integer(n);
}
Handle os_close(Context& cx, const Handle* args, uint32_t) {
  int fd;
  if (!to_fd(cx, args[0], fd)) return {};
  int result = cx.services().close(fd);
  return result < 0 ? cx.raise_os(-result) : cx.none();
}
Handle os_cpu_count(Context& cx, const Handle*, uint32_t) {
  return cx.integer(cx.services().cpu_count());
}
Handle os_getpid(Context& cx, const Handle*, uint32_t) {
  return cx.integer(cx.services().simulated() ? 1 : ::getpid());
}
Handle os_getcwd(Context& cx, const Handle*, uint32_t) {
  std::string path(4096, '\0');
  if (!::getcwd(path.data(), path.size())) return cx.raise_os(errno);
  return cx.str(path.c_str());
}
Handle os_urandom(Context& cx, const Handle* args, uint32_t) {
  int64_t n;
  if (!cx.to_int64(args[0], n)) return {};
  if (n < 0) return cx.raise(Exc::ValueError, "negative argument not allowed");
  std::string data;
  while (static_cast<int64_t>(data.size()) < n)
    data += static_cast<char>(cx.services().random_bits());
  return cx.bytes(data);
}
Handle os_getenv(Context& cx, const Handle* args, uint32_t) {
  if (!cx.is_str(args[0]))
    return cx.raise(Exc::TypeError, "str expected, not " + cx.class_name(args[0]));
  const char* value = std::getenv(std::string(cx.text(args[0])).c_str());
  return value ? cx.str(value) : args[1] ? cx.dup(args[1]) : cx.none();
}
Handle os_sched_getaffinity(Context& cx, const Handle*, uint32_t) {
  Handle list = cx.list();
  for (uint32_t k = 0; k < cx.services().cpu_count(); ++k) cx.append(list, cx.integer(k));
  Handle set = cx.dict_get(cx.builtins_dict(), "set");
  return cx.call(set, {list});
}
Handle os_strerror(Context& cx, const Handle* args, uint32_t) {
  int64_t number;
  if (!cx.to_int64(args[0], number)) return {};
  return cx.str(std::system_category().message(static_cast<int>(number)));
}
Handle os_exit(Context& cx, const Handle* args, uint32_t) {
  int64_t code;
  if (!cx.to_int64(args[0], code)) return {};
  flush_standard_streams();
  ::_exit(static_cast<int>(code));
}
Handle os_listdir(Context& cx, const Handle* args, uint32_t) {
  std::string path = ".";
  if (args[0] && !cx.is_none(args[0]) && !path_argument(cx, args[0], path)) return {};
  std::error_code error;
  std::vector<std::string> names;
  for (std::filesystem::directory_iterator it(path, error), end; !error && it != end;
       it.increment(error))
    names.push_back(it->path().filename().string());
  if (error) return cx.raise_os(error.value(), path);
  std::sort(names.begin(), names.end());  // in sim a run must not depend on the directory's order
  Handle list = cx.list();
  for (const std::string& name : names) cx.append(list, cx.str(name));
  return list;
}
Handle os_mkdir(Context& cx, const Handle* args, uint32_t) {
  int64_t mode = 0777;
  if (args[1] && !cx.to_int64(args[1], mode)) return {};
  std::string path;
  if (!path_argument(cx, args[0], path)) return {};
  return ::mkdir(path.c_str(), static_cast<mode_t>(mode)) == 0 ? cx.none()
                                                               : cx.raise_os(errno, path);
}
Handle os_rmdir(Context& cx, const Handle* args, uint32_t) {
  std::string path;
  if (!path_argument(cx, args[0], path)) return {};
  return ::rmdir(path.c_str()) == 0 ? cx.none() : cx.raise_os(errno, path);
}
Handle os_rename(Context& cx, const Handle* args, uint32_t) {
  std::string from, to;
  if (!path_argument(cx, args[0], from) || !path_argument(cx, args[1], to)) return {};
  return std::rename(from.c_str(), to.c_str()) == 0 ? cx.none() : cx.raise_os(errno, from);
}
Handle os_remove(Context& cx, const Handle* args, uint32_t) {
  std::string path;
  if (!path_argument(cx, args[0], path)) {
    cx.clear();
    return cx.raise(Exc::TypeError, "remove: path should be string, bytes or os.PathLike, not " +
                                        cx.class_name(args[0]));
  }
  return ::unlink(path.c_str()) == 0 ? cx.none() : cx.raise_os(errno, path);
}

constexpr ModuleFunction kFunctions[] = {
    {"pipe", os_pipe, 0, 0},
    {"read", os_read, 2, 2},
    {"write", os_write, 2, 2},
    {"close", os_close, 1, 1},
    {"cpu_count", os_cpu_count, 0, 0},
    {"process_cpu_count", os_cpu_count, 0, 0},
    {"getpid", os_getpid, 0, 0},
    {"getcwd", os_getcwd, 0, 0},
    {"urandom", os_urandom, 1, 1},
    {"getenv", os_getenv, 1, 2},
    {"sched_getaffinity", os_sched_getaffinity, 1, 1},
    {"_exit", os_exit, 1, 1},
    {"strerror", os_strerror, 1, 1},
    {"listdir", os_listdir, 0, 1},
    {"mkdir", os_mkdir, 1, 2},
    {"rmdir", os_rmdir, 1, 1},
    {"rename", os_rename, 2, 2},
    {"remove", os_remove, 1, 1},
    {"unlink", os_remove, 1, 1},
};

Handle path_join(Context& cx, const Handle* args, uint32_t count) {
  std::string path;
  for (uint32_t k = 0; k < count; ++k) {
    std::string part;
    if (!path_argument(cx, args[k], part)) return {};
    if (k == 0 || (!part.empty() && part[0] == '/'))
      path = part;
    else
      path += (path.empty() || path.back() == '/' ? "" : "/") + part;
  }
  return cx.str(path);
}
Handle path_basename(Context& cx, const Handle* args, uint32_t) {
  std::string path;
  if (!path_argument(cx, args[0], path)) return {};
  return cx.str(path.substr(path.rfind('/') == std::string::npos ? 0 : path.rfind('/') + 1));
}
Handle path_dirname(Context& cx, const Handle* args, uint32_t) {
  std::string path;
  if (!path_argument(cx, args[0], path)) return {};
  size_t at = path.rfind('/');
  if (at == std::string::npos) return cx.str("");
  std::string head = path.substr(0, at + 1);
  while (head.size() > 1 && head.back() == '/') head.pop_back();
  return cx.str(head);
}
Handle path_getsize(Context& cx, const Handle* args, uint32_t) {
  struct stat status;
  std::string path;
  if (!path_argument(cx, args[0], path)) return {};
  if (::stat(path.c_str(), &status) != 0) return cx.raise_os(errno, path);
  return cx.integer(status.st_size);
}
Handle path_isabs(Context& cx, const Handle* args, uint32_t) {
  std::string path;
  return path_argument(cx, args[0], path) ? cx.boolean(path.starts_with("/")) : Handle{};
}
Handle path_split(Context& cx, const Handle* args, uint32_t count) {
  return cx.tuple({path_dirname(cx, args, count), path_basename(cx, args, count)});
}
// Of a path or an open file. 1, 0; -1: error pending.
int status_of(Context& cx, Handle h, struct stat& status) {
  int64_t fd;
  if (cx.is_int(h)) return !cx.to_int64(h, fd) ? -1 : ::fstat(static_cast<int>(fd), &status) == 0;
  std::string path;
  return !path_argument(cx, h, path) ? -1 : ::stat(path.c_str(), &status) == 0;
}
Handle path_exists(Context& cx, const Handle* args, uint32_t) {
  struct stat status;
  int found = status_of(cx, args[0], status);
  return found < 0 ? Handle{} : cx.boolean(found == 1);
}
Handle path_isfile(Context& cx, const Handle* args, uint32_t) {
  struct stat status;
  int found = status_of(cx, args[0], status);
  return found < 0 ? Handle{} : cx.boolean(found == 1 && S_ISREG(status.st_mode));
}
Handle path_isdir(Context& cx, const Handle* args, uint32_t) {
  struct stat status;
  int found = status_of(cx, args[0], status);
  return found < 0 ? Handle{} : cx.boolean(found == 1 && S_ISDIR(status.st_mode));
}
Handle path_abspath(Context& cx, const Handle* args, uint32_t) {
  std::string path;
  if (!path_argument(cx, args[0], path)) return {};
  if (path.empty() || path[0] != '/') {
    Handle cwd = os_getcwd(cx, nullptr, 0);
    if (!cwd) return {};
    path = std::string(cx.text(cwd)) + (path.empty() ? "" : "/" + path);
  }
  return cx.str(path);
}
Handle path_splitext(Context& cx, const Handle* args, uint32_t) {
  std::string path;
  if (!path_argument(cx, args[0], path)) return {};
  size_t slash = path.rfind('/'), dot = path.rfind('.');
  size_t first = slash == std::string::npos ? 0 : slash + 1;
  while (first < path.size() && path[first] == '.') ++first;
  if (dot == std::string::npos || dot < first) dot = path.size();
  return cx.tuple({cx.str(path.substr(0, dot)), cx.str(path.substr(dot))});
}

constexpr ModuleFunction kPathFunctions[] = {
    {"join", path_join, 1, -1},        {"basename", path_basename, 1, 1},
    {"dirname", path_dirname, 1, 1},   {"exists", path_exists, 1, 1},
    {"isfile", path_isfile, 1, 1},     {"isdir", path_isdir, 1, 1},
    {"abspath", path_abspath, 1, 1},   {"realpath", path_abspath, 1, 1},
    {"splitext", path_splitext, 1, 1}, {"getsize", path_getsize, 1, 1},
    {"isabs", path_isabs, 1, 1},       {"split", path_split, 1, 1},
};

bool add_environment(Context& cx, Handle module) {
  Handle table = cx.dict();
  for (char** entry = environ; entry && *entry; ++entry) {
    std::string_view text(*entry);
    size_t equals = text.find('=');
    if (equals == std::string_view::npos) continue;
    if (!cx.dict_set(table, text.substr(0, equals), cx.str(text.substr(equals + 1)))) return false;
  }
  return cx.set_attr(module, "environ", table);
}

}  // namespace

bool path_argument(Context& cx, Handle h, std::string& path) {
  if (!cx.is_str(h) && !cx.is_bytes(h)) {
    Handle convert = cx.get_attr_optional(h, "__fspath__");
    if (convert) h = cx.call(convert, {});
    if (!h) return false;
  }
  if (cx.is_str(h) || cx.is_bytes(h)) {
    path = std::string(cx.text(h));
    return true;
  }
  if (!cx.pending()) {
    cx.raise(Exc::TypeError, "expected str, bytes or os.PathLike object, not " + cx.class_name(h));
  }
  return false;
}

bool init_os_module(Context& cx, Handle module) {
  Handle path = cx.make_type("posixpath");
  return path && cx.add_functions(module, kFunctions, std::size(kFunctions)) &&
         cx.add_functions(path, kPathFunctions, std::size(kPathFunctions)) &&
         cx.set_attr(path, "sep", cx.str("/")) && cx.set_attr(module, "path", path) &&
         cx.set_attr(module, "sep", cx.str("/")) && cx.set_attr(module, "name", cx.str("posix")) &&
         cx.set_attr(module, "linesep", cx.str("\n")) &&
         cx.set_attr(module, "devnull", cx.str("/dev/null")) &&
         cx.set_attr(module, "error", cx.exception_class(Exc::OSError)) &&
         add_os_system(cx, module) && add_environment(cx, module);
}

}  // namespace gilsim
