// What: files and the standard streams, and the built-in functions that use them: print, input,
// open. Idea: a stream buffers what is written and is appended to under its own program lock, so
// one print call is one append in every world.
//   Standard output is written out when its buffer is full, on flush, and at the end; standard
//   error at each line end.
// Threads: a payload's buffers are used under its lock.
// Not here: pipes as numbers (os_module.cpp).
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>

#include "vm/modules/line_ends.h"
#include "vm/modules/modules.h"
#include "vm/object/text/str_view.h"
#include "vm/object/text/utf8.h"

namespace gilsim {

namespace {

constexpr size_t kBufferBytes = 1 << 16;

struct Stream {
  Services* services = nullptr;
  void* lock = nullptr;
  int fd = -1;
  bool readable = false, writable = false, binary = false, closed = false, line_buffered = false,
       standard = false, at_end = false;
  std::string name, mode, out, in;
  size_t in_at = 0;
  std::string encoding = "utf-8", errors = "strict";
  Newline newline = Newline::kUniversal;
  bool unbuffered = false;
  Stream* text = nullptr;  // of the binary face of a standard stream: what keeps the output

  bool is_utf8() const { return encoding == "utf-8" || encoding == "utf8" || encoding == "UTF-8"; }
  bool one_byte() const { return binary || !is_utf8(); }
  size_t unread() const { return in.size() - in_at; }
};

Stream* g_stdout = nullptr;
Stream* g_stderr = nullptr;

// Holds a stream's program lock for a scope.
class StreamLock {
 public:
  explicit StreamLock(Stream* s) : s_(s) {
    s_->services->lock_acquire(s_->lock, {.interruptible = false});
  }
  ~StreamLock() { s_->services->lock_release(s_->lock); }
  StreamLock(const StreamLock&) = delete;
  StreamLock& operator=(const StreamLock&) = delete;

 private:
  Stream* s_;
};

// Writes the buffer out. 0 or an errno. REQUIRES: the stream's lock.
int write_out(Stream* s) {
  size_t at = 0;
  while (at < s->out.size()) {
    int64_t n = s->services->write(s->fd, s->out.data() + at, s->out.size() - at);
    if (n < 0) {
      if (n == -EINTR)
        s->out.erase(0, at);
      else
        s->out.clear();
      return static_cast<int>(-n);
    }
    at += static_cast<size_t>(n);
  }
  s->out.clear();
  return 0;
}

void drop_stream(void* payload) {
  auto* s = static_cast<Stream*>(payload);
  if (s == g_stdout || s == g_stderr) return;  // the runner flushes them at the end
  if (!s->closed && s->fd >= 0) {
    write_out(s);
    if (!s->standard) s->services->close(s->fd);
  }
  s->services->lock_free(s->lock);
  delete s;
}
constexpr NativeType kStreamType{"_io.TextIOWrapper", drop_stream, nullptr};

Stream* stream_of(Context& cx, Handle h) {
  return static_cast<Stream*>(cx.payload(h, &kStreamType));
}

Stream* open_stream_of(Context& cx, Handle h, const char* what = nullptr) {
  Stream* s = stream_of(cx, h);
  if (s && s->closed) {
    cx.raise(Exc::ValueError, s->binary && what ? std::string(what) + " closed file"
                                                : "I/O operation on closed file.");
    return nullptr;
  }
  return s;
}

Handle unsupported(Context& cx, std::string_view what) {
  Handle io = cx.import("io");
  Handle cls = io ? cx.get_attr(io, "UnsupportedOperation") : Handle{};
  Handle error = cls ? cx.call(cls, {cx.str(what)}) : Handle{};
  return error ? cx.raise_instance(error) : Handle{};
}

// The file's position is where the program is, not where the buffer is. REQUIRES: the stream's
// lock.
void forget_input(Stream* s) {
  if (s->unread() > 0) ::lseek(s->fd, -static_cast<off_t>(s->unread()), SEEK_CUR);
  s->in.clear();
  s->in_at = 0;
  s->at_end = false;
}

// Appends to the buffer; false: an OSError is pending.
bool append(Context& cx, Stream* s, std::string_view data) {
  int error = 0;
  if (s->text) s = s->text;
  {
    StreamLock lock(s);
    if (s->readable && (s->unread() > 0 || s->at_end)) forget_input(s);
    s->out += data;
    if (s->unbuffered || s->out.size() >= kBufferBytes ||
        (s->line_buffered && data.find('\n') != std::string_view::npos))
      error = write_out(s);
  }
  if (error) cx.raise_os(error);
  return error == 0;
}

// What is written to a text file for a text; false: error pending.
bool encode(Context& cx, Stream* s, Handle text, std::string& out) {
  out = cx.text(text);
  bool plain = ascii_prefix(out) == out.size();
  if (!plain && !(s->is_utf8() && is_valid_utf8(out))) {
    Handle method = cx.get_attr(text, "encode");
    Handle data = method ? cx.call(method, {cx.str(s->encoding), cx.str(s->errors)}) : Handle{};
    if (!data) return false;
    out = cx.text(data);
  }
  if (s->newline == Newline::kCrLf || s->newline == Newline::kCr) {
    std::string ended;
    for (char c : out) {
      if (c == '\n') ended += s->newline == Newline::kCrLf ? "\r\n" : "\r";
      if (c != '\n') ended += c;
    }
    out = std::move(ended);
  }
  return true;
}

Handle stream_write(Context& cx, const Handle* args, uint32_t) {
  Stream* s = open_stream_of(cx, args[0], "write to");
  if (!s) return {};
  if (!s->writable) return unsupported(cx, s->binary ? "write" : "not writable");
  Handle data = args[1];
  if (s->binary && !cx.is_bytes(data) && !cx.is_str(data)) {  // what can be made bytes
    Handle convert = cx.get_attr_optional(data, "tobytes");
    if (convert) data = cx.call(convert, {});
    if (!data) return {};
  }
  bool fits = s->binary ? cx.is_bytes(data) : cx.is_str(data);
  if (!fits) {
    return cx.raise(Exc::TypeError,
                    s->binary
                        ? "a bytes-like object is required, not '" + cx.class_name(args[1]) + "'"
                        : "write() argument must be str, not " + cx.class_name(args[1]));
  }
  if (s->binary) return append(cx, s, cx.text(data)) ? cx.integer(cx.length(data)) : Handle{};
  std::string encoded;
  if (!encode(cx, s, data, encoded) || !append(cx, s, encoded)) return {};
  return cx.integer(cx.length(data));
}

Handle stream_writelines(Context& cx, const Handle* args, uint32_t) {
  Handle iterator = cx.iterate(args[1]);
  if (!iterator) return {};
  uint32_t mark = cx.mark();
  while (Handle line = cx.next(iterator)) {
    Handle pair[2] = {args[0], line};
    if (!stream_write(cx, pair, 2)) return {};
    cx.release_to(mark);
  }
  return cx.pending() ? Handle{} : cx.none();
}

Handle stream_flush(Context& cx, const Handle* args, uint32_t) {
  Stream* s = open_stream_of(cx, args[0], "flush of");
  if (!s) return {};
  if (s->text) s = s->text;
  int error;
  {
    StreamLock lock(s);
    error = write_out(s);
  }
  return error ? cx.raise_os(error) : cx.none();
}

// Reads more into the input buffer. 0: the end or an error (then error is set). REQUIRES: the
// stream's lock.
bool fill(Stream* s, int& error) {
  if (s->at_end) return false;
  if (!s->out.empty() && (error = write_out(s)) != 0) return false;
  if (s->in_at > 0) {
    s->in.erase(0, s->in_at);
    s->in_at = 0;
  }
  std::string block(kBufferBytes, '\0');
  int64_t n = s->services->read(s->fd, block.data(), block.size());
  if (n <= 0) {
    if (n < 0) error = static_cast<int>(-n);
    s->at_end = n != -EINTR;
    return false;
  }
  s->in.append(block, 0, static_cast<size_t>(n));
  return true;
}

Handle text_or_bytes(Context& cx, Stream* s, std::string_view data) {
  if (s->binary) return cx.bytes(data);
  if (ascii_prefix(data) != data.size() && !(s->is_utf8() && is_valid_utf8(data))) {
    Handle method = cx.get_attr(cx.bytes(data), "decode");
    Handle text = method ? cx.call(method, {cx.str(s->encoding), cx.str(s->errors)}) : Handle{};
    if (!text || s->newline != Newline::kUniversal) return text;
    Handle replace = cx.get_attr(text, "replace");
    text = replace ? cx.call(replace, {cx.str("\r\n"), cx.str("\n")}) : Handle{};
    replace = text ? cx.get_attr(text, "replace") : Handle{};
    return replace ? cx.call(replace, {cx.str("\r"), cx.str("\n")}) : Handle{};
  }
  if (s->newline != Newline::kUniversal) return cx.str(data);
  if (data.find('\r') == std::string_view::npos) return cx.str(data);
  std::string text;  // universal newlines
  for (size_t k = 0; k < data.size(); ++k) {
    if (data[k] != '\r')
      text += data[k];
    else if (k + 1 == data.size() || data[k + 1] != '\n')
      text += '\n';
  }
  return cx.str(text);
}

// How many bytes the next `characters` code points of text take, or all there is.
size_t bytes_of_characters(std::string_view text, int64_t characters) {
  size_t at = 0;
  while (characters > 0 && at < text.size()) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80) ++at;
    --characters;
  }
  return at;
}

Stream* readable_stream(Context& cx, Handle h, const char* what = nullptr) {
  Stream* s = open_stream_of(cx, h, what);
  if (s && !s->readable) {
    unsupported(cx, s->binary ? "read" : "not readable");
    return nullptr;
  }
  return s;
}

Handle stream_read(Context& cx, const Handle* args, uint32_t) {
  Stream* s = readable_stream(cx, args[0], "read of");
  if (!s) return {};
  int64_t wanted = -1;
  if (args[1] && !cx.is_none(args[1]) && !cx.to_int64(args[1], wanted)) return {};
  int error = 0;
  std::string data;
  {
    StreamLock lock(s);
    while ((wanted < 0 || s->in.size() - s->in_at < static_cast<size_t>(wanted) * 4) &&
           fill(s, error)) {
    }
    std::string_view rest = std::string_view(s->in).substr(s->in_at);
    size_t n = wanted < 0  ? rest.size()
               : s->one_byte() ? std::min(rest.size(), static_cast<size_t>(wanted))
                           : bytes_of_characters(rest, wanted);
    data = rest.substr(0, n);
    s->in_at += n;
  }
  return error ? cx.raise_os(error) : text_or_bytes(cx, s, data);
}

bool read_line(Context& cx, Stream* s, std::string& line) {
  int error = 0;
  {
    StreamLock lock(s);
    size_t searched = s->in_at;
    bool all_read = false;
    Newline ends = s->binary ? Newline::kLf : s->newline;
    for (;;) {
      size_t end = end_of_line(s->in, searched, ends, all_read);
      if (end != std::string::npos || all_read) {
        end = std::min(end, s->in.size());
        line = s->in.substr(s->in_at, end - s->in_at);
        s->in_at = end;
        break;
      }
      size_t pending = s->in.size() - s->in_at;
      all_read = !fill(s, error);
      searched = s->in_at + (pending > 0 ? pending - 1 : 0);  // the last may be half of \r\n
    }
  }
  if (error) cx.raise_os(error);
  return error == 0;
}

Handle stream_readline(Context& cx, const Handle* args, uint32_t) {
  Stream* s = readable_stream(cx, args[0], "readline of");
  std::string line;
  int64_t most = -1;
  if (!s || (args[1] && !cx.is_none(args[1]) && !cx.to_int64(args[1], most))) return {};
  if (!read_line(cx, s, line)) return {};
  if (most >= 0) {  // what is too much is read again
    size_t kept = s->one_byte() ? std::min(line.size(), static_cast<size_t>(most))
                                : bytes_of_characters(line, most);
    bool cut = kept > 0 && kept < line.size() && line[kept - 1] == '\r' && line[kept] == '\n';
    if (cut && !s->binary && s->newline == Newline::kUniversal) ++kept;  // one end, not two
    StreamLock lock(s);
    s->in_at -= line.size() - kept;
    line.resize(kept);
  }
  return text_or_bytes(cx, s, line);
}

// read1(n): what one read of the system gives. peek(): the same, but it stays.
Handle read_some(Context& cx, const Handle* args, bool keep) {
  Stream* s = readable_stream(cx, args[0], "read of");
  int64_t most = -1;
  if (!s || (args[1] && !cx.is_none(args[1]) && !cx.to_int64(args[1], most))) return {};
  int error = 0;
  std::string data;
  {
    StreamLock lock(s);
    if (s->unread() == 0) fill(s, error);
    data = std::string_view(s->in).substr(s->in_at);
    if (!keep && most >= 0 && data.size() > static_cast<size_t>(most))
      data.resize(static_cast<size_t>(most));
    if (!keep) s->in_at += data.size();
  }
  return error ? cx.raise_os(error) : cx.bytes(data);
}
Handle stream_read1(Context& cx, const Handle* args, uint32_t) {
  return read_some(cx, args, false);
}
Handle stream_peek(Context& cx, const Handle* args, uint32_t) { return read_some(cx, args, true); }

Handle stream_readinto(Context& cx, const Handle* args, uint32_t) {
  int64_t size = cx.length(args[1]);
  Handle read_args[2] = {args[0], size < 0 ? Handle{} : cx.integer(size)};
  Handle data = size < 0 ? Handle{} : stream_read(cx, read_args, 2);
  if (!data) return {};
  Handle count = cx.integer(cx.length(data));
  Handle range = cx.call(cx.dict_get(cx.builtins_dict(), "slice"), {count});
  return range && cx.set_item(args[1], range, data) ? count : Handle{};
}

// ---- positions
// Where the program is in the file; -1: errno says why not. REQUIRES: the stream's lock.
off_t position(Stream* s) {
  off_t at = ::lseek(s->fd, 0, SEEK_CUR);
  return at < 0 ? at : at - static_cast<off_t>(s->unread()) + static_cast<off_t>(s->out.size());
}
Handle stream_tell(Context& cx, const Handle* args, uint32_t) {
  Stream* s = open_stream_of(cx, args[0]);
  if (!s) return {};
  StreamLock lock(s);
  if (s->mode.find('a') != std::string::npos) write_out(s);
  off_t at = position(s);
  return at < 0 ? cx.raise_os(errno) : cx.integer(at);
}
Handle stream_seek(Context& cx, const Handle* args, uint32_t) {
  Stream* s = open_stream_of(cx, args[0], "seek of");
  int64_t offset, whence = SEEK_SET;
  if (!s || !cx.to_int64(args[1], offset)) return {};
  if (args[2] && !cx.to_int64(args[2], whence)) return {};
  if (!s->binary && offset != 0 && whence == SEEK_CUR)
    return unsupported(cx, "can't do nonzero cur-relative seeks");
  if (!s->binary && offset != 0 && whence == SEEK_END)
    return unsupported(cx, "can't do nonzero end-relative seeks");
  if (whence < 0 || whence > 2) {
    return cx.raise(Exc::ValueError, s->binary
                                         ? "whence value " + std::to_string(whence) + " unsupported"
                                         : "invalid whence (" + std::to_string(whence) +
                                               ", should be 0, 1 or 2)");
  }
  StreamLock lock(s);
  if (int error = write_out(s)) return cx.raise_os(error);
  forget_input(s);
  off_t at = ::lseek(s->fd, offset, static_cast<int>(whence));
  return at < 0 ? cx.raise_os(errno) : cx.integer(at);
}
Handle stream_truncate(Context& cx, const Handle* args, uint32_t) {
  Stream* s = open_stream_of(cx, args[0], "truncate of");
  int64_t size = -1;
  if (!s || (args[1] && !cx.is_none(args[1]) && !cx.to_int64(args[1], size))) return {};
  if (!s->writable) return unsupported(cx, s->binary ? "truncate" : "File not open for writing");
  StreamLock lock(s);
  if (int error = write_out(s)) return cx.raise_os(error);
  if (size < 0) size = position(s);
  return ::ftruncate(s->fd, size) == 0 ? cx.integer(size) : cx.raise_os(errno);
}
Handle stream_seekable(Context& cx, const Handle* args, uint32_t) {
  Stream* s = open_stream_of(cx, args[0]);
  return s ? cx.boolean(::lseek(s->fd, 0, SEEK_CUR) >= 0) : Handle{};
}

Handle stream_readlines(Context& cx, const Handle* args, uint32_t) {
  Stream* s = readable_stream(cx, args[0]);
  int64_t hint = -1, size = 0;
  if (!s || (args[1] && !cx.is_none(args[1]) && !cx.to_int64(args[1], hint))) return {};
  Handle list = cx.list();
  uint32_t mark = cx.mark();
  for (;;) {
    std::string line;
    if (hint > 0 && size >= hint) return list;
    if (!read_line(cx, s, line)) return {};
    if (line.empty()) return list;
    size += static_cast<int64_t>(line.size());
    if (!cx.append(list, text_or_bytes(cx, s, line))) return {};
    cx.release_to(mark);
  }
}

Handle stream_iter(Context& cx, const Handle* args, uint32_t) { return cx.dup(args[0]); }
Handle stream_next(Context& cx, const Handle* args, uint32_t) {
  Stream* s = readable_stream(cx, args[0]);
  std::string line;
  if (!s || !read_line(cx, s, line)) return {};
  if (line.empty()) return cx.raise_value(Exc::StopIteration, cx.none());
  return text_or_bytes(cx, s, line);
}

Handle stream_close(Context& cx, const Handle* args, uint32_t) {
  Stream* s = stream_of(cx, args[0]);
  if (!s) return {};
  int error = 0;
  if (!s->closed) {
    StreamLock lock(s);
    if (s->writable) error = write_out(s);
    s->closed = true;
    if (!s->standard) s->services->close(s->fd);
  }
  return error ? cx.raise_os(error) : cx.none();
}
Handle stream_enter(Context& cx, const Handle* args, uint32_t) {
  return open_stream_of(cx, args[0]) ? cx.dup(args[0]) : Handle{};
}
Handle stream_exit(Context& cx, const Handle* args, uint32_t) { return stream_close(cx, args, 1); }
Handle stream_fileno(Context& cx, const Handle* args, uint32_t) {
  Stream* s = open_stream_of(cx, args[0]);
  return s ? cx.integer(s->fd) : Handle{};
}
Handle stream_isatty(Context& cx, const Handle* args, uint32_t) {
  Stream* s = open_stream_of(cx, args[0]);
  return s ? cx.boolean(::isatty(s->fd) != 0) : Handle{};
}
Handle stream_readable(Context& cx, const Handle* args, uint32_t) {
  Stream* s = stream_of(cx, args[0]);
  return s ? cx.boolean(s->readable) : Handle{};
}
Handle stream_writable(Context& cx, const Handle* args, uint32_t) {
  Stream* s = stream_of(cx, args[0]);
  return s ? cx.boolean(s->writable) : Handle{};
}
Handle binary_face(Context& cx, Stream* s);
// name, mode, closed, encoding, errors, buffer
Handle stream_getattr(Context& cx, const Handle* args, uint32_t) {
  Stream* s = stream_of(cx, args[0]);
  if (!s) return {};
  std::string_view name = cx.text(args[1]);
  if (name == "name") return cx.str(s->name);
  if (name == "mode") return cx.str(s->mode);
  if (name == "closed") return cx.boolean(s->closed);
  if (name == "encoding" && !s->binary) return cx.str(s->encoding);
  if (name == "errors" && !s->binary) return cx.str(s->errors);
  if (name == "newlines" && !s->binary) return cx.none();
  if (name == "line_buffering" && !s->binary) return cx.boolean(s->line_buffered);
  if (name == "buffer" && !s->binary && s->standard) return binary_face(cx, s);
  return cx.raise(Exc::AttributeError,
                  "'_io." + cx.class_name(args[0]) + "' object has no attribute '" +
                      std::string(name) + "'");
}
Handle stream_reconfigure(Context& cx, const Handle*, uint32_t) { return cx.none(); }
Handle stream_repr(Context& cx, const Handle* args, uint32_t) {
  Stream* s = stream_of(cx, args[0]);
  if (!s) return {};
  if (s->binary) return cx.str("<_io." + cx.class_name(args[0]) + " name='" + s->name + "'>");
  return cx.str("<_io.TextIOWrapper name='" + s->name + "' mode='" + s->mode + "' encoding='" +
                s->encoding + "'>");
}

constexpr ModuleFunction kStreamMethods[] = {
    {"write", stream_write, 1, 1},
    {"writelines", stream_writelines, 1, 1},
    {"flush", stream_flush, 0, 0},
    {"read", stream_read, 0, 1},
    {"readline", stream_readline, 0, 1},
    {"readlines", stream_readlines, 0, 1},
    {"read1", stream_read1, 0, 1},
    {"peek", stream_peek, 0, 1},
    {"readinto", stream_readinto, 1, 1},
    {"tell", stream_tell, 0, 0},
    {"seek", stream_seek, 1, 2},
    {"truncate", stream_truncate, 0, 1},
    {"seekable", stream_seekable, 0, 0},
    {"__iter__", stream_iter, 0, 0},
    {"__next__", stream_next, 0, 0},
    {"close", stream_close, 0, 0},
    {"__enter__", stream_enter, 0, 0},
    {"__exit__", stream_exit, 0, -1},
    {"fileno", stream_fileno, 0, 0},
    {"isatty", stream_isatty, 0, 0},
    {"readable", stream_readable, 0, 0},
    {"writable", stream_writable, 0, 0},
    {"__getattr__", stream_getattr, 1, 1},
    {"reconfigure", stream_reconfigure, 0, -1},
    {"__repr__", stream_repr, 0, 0},
};
constexpr ModuleClass stream_class(const char* name) {
  return {name, "_io", &kStreamType, kStreamMethods, std::size(kStreamMethods), nullptr};
}
constexpr ModuleClass kStreamClasses[] = {
    stream_class("TextIOWrapper"), stream_class("BufferedReader"), stream_class("BufferedWriter"),
    stream_class("BufferedRandom"), stream_class("FileIO")};

Stream* make_stream(Context& cx, int fd, std::string name, std::string mode) {
  auto* s = new Stream;
  s->services = &cx.services();
  s->lock = s->services->lock_new();
  s->fd = fd;
  s->name = std::move(name);
  s->mode = std::move(mode);
  s->readable = s->mode.find_first_of("r+") != std::string::npos;
  s->writable = s->mode.find_first_of("wax+") != std::string::npos;
  s->binary = s->mode.find('b') != std::string::npos;
  return s;
}

// The file of bytes below a standard stream. Those live as long as the program.
Handle binary_face(Context& cx, Stream* s) {
  Stream* face = make_stream(cx, s->fd, s->name, s->readable ? "rb" : "wb");
  face->standard = true;
  if (s->writable) face->text = s;
  Handle cls = cx.get_attr(cx.builtin_module("_io"),
                           s->readable ? "BufferedReader" : "BufferedWriter");
  Handle sys = cls ? cx.builtin_module("sys") : Handle{};
  return sys ? cx.object(cls, face) : Handle{};
}

// What CPython says about a mode; null: it is one.
const char* mode_problem(std::string_view mode) {
  auto count = [&](const char* set) {
    std::string_view chars(set);
    return std::count_if(mode.begin(), mode.end(),
                         [&](char c) { return chars.find(c) != std::string_view::npos; });
  };
  if (count("t") && count("b")) return "can't have text and binary mode at once";
  if (count("rwax") > 1) return "must have exactly one of create/read/write/append mode";
  if (count("rwax") == 0)
    return "Must have exactly one of create/read/write/append mode and at most one plus";
  return nullptr;
}

// open(2)'s flags for a mode; -1: not a mode.
int open_flags(std::string_view mode) {
  int base = 0;
  bool plus = mode.find('+') != std::string_view::npos;
  for (char c : mode) {
    if (c == 'r' || c == 'w' || c == 'a' || c == 'x') {
      base = c == 'r'   ? 0
             : c == 'w' ? O_CREAT | O_TRUNC
             : c == 'a' ? O_CREAT | O_APPEND
                        : O_CREAT | O_EXCL;
      base |= c == 'r' ? (plus ? O_RDWR : O_RDONLY) : (plus ? O_RDWR : O_WRONLY);
    } else if (c != 'b' && c != 't' && c != '+') {
      return -1;
    }
  }
  return base;
}

// The options of open() for text. False: error pending.
bool text_options(Context& cx, const Handle* args, Stream* s) {
  auto given = [&](int k) { return args[k] && !cx.is_none(args[k]); };
  if (s->binary) {
    for (int k : {3, 4, 5}) {
      const char* names[] = {"an encoding", "an errors", "a newline"};
      if (given(k)) {
        cx.raise(Exc::ValueError,
                 std::string("binary mode doesn't take ") + names[k - 3] + " argument");
        return false;
      }
    }
    return true;
  }
  if (given(3)) s->encoding = cx.text(args[3]);
  if (given(4)) s->errors = cx.text(args[4]);
  if (!s->is_utf8()) {  // an unknown one is an error now
    Handle method = cx.get_attr(cx.str(""), "encode");
    if (!method || !cx.call(method, {cx.str(s->encoding)})) return false;
  }
  if (!given(5)) return true;
  std::string_view newline = cx.text(args[5]);
  if (newline == "\r\n") {
    s->newline = Newline::kCrLf;
  } else if (newline == "\r") {
    s->newline = Newline::kCr;
  } else if (newline.empty() || newline == "\n") {
    s->newline = newline.empty() ? Newline::kKept : Newline::kLf;
  } else {
    cx.raise(Exc::ValueError, "illegal newline value: " + std::string(newline));
    return false;
  }
  return true;
}

const char* class_for(const Stream& s) {
  if (!s.binary) return "TextIOWrapper";
  if (s.unbuffered) return "FileIO";
  if (s.readable && s.writable) return "BufferedRandom";
  return s.readable ? "BufferedReader" : "BufferedWriter";
}

Handle io_open(Context& cx, const Handle* args, uint32_t) {
  std::string mode = args[1] && cx.is_str(args[1]) ? std::string(cx.text(args[1])) : "r";
  int flags = open_flags(mode);
  if (flags < 0) return cx.raise(Exc::ValueError, "invalid mode: '" + mode + "'");
  if (const char* problem = mode_problem(mode)) return cx.raise(Exc::ValueError, problem);
  int64_t buffering = -1, number = -1;
  if (args[2] && !cx.to_int64(args[2], buffering)) return {};
  std::string name;
  if (cx.is_int(args[0])) {
    if (!cx.to_int64(args[0], number)) return {};
    name = std::to_string(number);
  } else if (!path_argument(cx, args[0], name)) {
    return {};
  }
  auto s = std::unique_ptr<Stream>(make_stream(cx, static_cast<int>(number), name, mode));
  if (buffering == 0 && !s->binary)
    return cx.raise(Exc::ValueError, "can't have unbuffered text I/O");
  s->unbuffered = buffering == 0;
  s->line_buffered = buffering == 1;
  if (!text_options(cx, args, s.get())) return {};
  if (number < 0) s->fd = ::open(name.c_str(), flags | O_CLOEXEC, 0666);
  if (s->fd < 0) return cx.raise_os(errno, name);
  struct stat status;
  if (::fstat(s->fd, &status) == 0 && S_ISDIR(status.st_mode)) {
    if (number < 0) ::close(s->fd);
    return cx.raise_os(EISDIR, name);
  }
  if (args[6] && cx.truth(args[6]) == 0) s->standard = true;  // closefd: not ours to close
  Handle cls = cx.get_attr(cx.builtin_module("_io"), class_for(*s));
  return cls ? cx.object(cls, s.release()) : Handle{};
}

// print(*objects, sep=' ', end='\n', file=None, flush=False)
bool keyword_text(Context& cx, Handle value, const char* name, std::string& out) {
  if (!value || cx.is_none(value)) return true;
  if (!cx.is_str(value)) {
    cx.raise(Exc::TypeError,
             std::string(name) + " must be None or a string, not " + cx.class_name(value));
    return false;
  }
  out = std::string(cx.text(value));
  return true;
}

// A stream of the program's own gets each piece by a write() of its own, as in CPython.
bool print_to_object(Context& cx, Handle file, const Handle* objects, uint32_t count,
                     const std::string& separator, const std::string& end) {
  Handle write = cx.get_attr(file, "write");
  for (uint32_t k = 0; k < count; ++k) {
    if (k > 0 && !cx.call(write, {cx.str(separator)})) return false;
    Handle piece = cx.to_str(objects[k]);
    if (!piece || !cx.call(write, {piece})) return false;
  }
  return static_cast<bool>(cx.call(write, {cx.str(end)}));
}

Handle io_print(Context& cx, const Handle* args, uint32_t count) {
  // args: sep, end, file, flush (keyword-only, maybe absent), then the objects.
  std::string separator = " ", end = "\n", text;
  if (!keyword_text(cx, args[0], "sep", separator) || !keyword_text(cx, args[1], "end", end))
    return {};
  uint32_t mark = cx.mark();
  for (uint32_t k = 4; k < count; ++k) {
    if (k > 4) text += separator;
    Handle piece = cx.to_str(args[k]);
    if (!piece) return {};
    text += cx.text(piece);
    cx.release_to(mark);
  }
  text += end;
  Handle file = args[2];
  if (!file || cx.is_none(file)) file = cx.get_attr_optional(cx.builtin_module("sys"), "stdout");
  if (!file) return cx.pending() ? Handle{} : cx.raise(Exc::RuntimeError, "lost sys.stdout");
  if (cx.is_none(file)) return cx.none();
  auto* s = static_cast<Stream*>(cx.payload(file, &kStreamType));
  if (!s) {
    cx.clear();
    if (!print_to_object(cx, file, args + 4, count - 4, separator, end)) return {};
  } else if (s->closed) {
    return cx.raise(Exc::ValueError, "I/O operation on closed file.");
  } else if (!append(cx, s, text)) {
    return {};
  }
  int flush = args[3] ? cx.truth(args[3]) : 0;
  if (flush < 0) return {};
  if (flush) {
    Handle method = cx.get_attr(file, "flush");
    if (!method || !cx.call(method, {})) return {};
  }
  return cx.none();
}

Handle io_input(Context& cx, const Handle* args, uint32_t) {
  Handle sys = cx.builtin_module("sys");
  if (args[0]) {
    Handle nothing{};
    Handle print_args[5] = {nothing, cx.str(""), nothing, cx.boolean(true), args[0]};
    if (!io_print(cx, print_args, 5)) return {};
  } else {
    flush_standard_streams();
  }
  Handle stdin_file = cx.get_attr(sys, "stdin");
  Handle readline = stdin_file ? cx.get_attr(stdin_file, "readline") : Handle{};
  Handle line = readline ? cx.call(readline, {}) : Handle{};
  if (!line) return {};
  std::string_view text = cx.text(line);
  if (text.empty()) return cx.raise(Exc::EOFError, "EOF when reading a line");
  if (text.back() == '\n') text.remove_suffix(1);
  return cx.str(text);
}

constexpr ModuleFunction kFunctions[] = {
    {"open", io_open, 1, 8, "file mode buffering encoding errors newline closefd opener"},
    {"input", io_input, 0, 1},
    {"print", io_print, 0, -1, "$sep end file flush"},
};

}  // namespace

void flush_standard_streams() {
  for (Stream* s : {g_stdout, g_stderr}) {
    if (s && !s->closed) {
      StreamLock lock(s);
      write_out(s);
    }
  }
}

void flush_abandoned_streams() {
  for (Stream* s : {g_stdout, g_stderr}) {
    if (!s || s->closed) continue;
    size_t at = 0;
    while (at < s->out.size()) {
      ssize_t n = ::write(s->fd, s->out.data() + at, s->out.size() - at);
      if (n <= 0) break;
      at += static_cast<size_t>(n);
    }
    s->out.clear();
  }
}

bool init_io_module(Context& cx, Handle module) {
  for (const ModuleClass& description : kStreamClasses) {
    if (!cx.add_class(module, description)) return false;
  }
  Handle cls = cx.get_attr(module, "TextIOWrapper");
  if (!cls || !cx.add_functions(module, kFunctions, std::size(kFunctions))) return false;
  const char* names[] = {"stdin", "stdout", "stderr"};
  for (int fd = 0; fd < 3; ++fd) {
    Stream* s = make_stream(cx, fd, std::string("<") + names[fd] + ">", fd == 0 ? "r" : "w");
    s->standard = true;
    s->line_buffered = fd == 2 || (fd == 1 && ::isatty(1));
    if (fd == 1) g_stdout = s;
    if (fd == 2) g_stderr = s;
    Handle file = cx.object(cls, s);
    if (!file || !cx.set_attr(module, names[fd], file)) return false;
  }
  Handle builtins = cx.builtins_dict();
  for (const char* name : {"open", "input", "print"}) {
    Handle function = cx.get_attr(module, name);
    if (!function || !cx.dict_set(builtins, name, function)) return false;
  }
  return true;
}

}  // namespace gilsim
