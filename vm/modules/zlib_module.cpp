// What: the module zlib over the library of that name.
// Idea: as CPython's: compressing and decompressing run without the interpreter lock, checksums do
//   from 5 KiB on.
// Threads: any; a stream has a lock of its own.
// Not here: gzip files.
#include <zlib.h>

#include "vm/modules/modules.h"

namespace gilsim {
namespace {

constexpr size_t kSmallChecksum = 5 * 1024;

// bytes as they are; of a bytearray, which others may change meanwhile, a copy.
bool read_input(Context& cx, Handle h, std::string& copy, std::string_view& view) {
  if (!cx.is_bytes(h)) {
    cx.raise(Exc::TypeError, "a bytes-like object is required, not '" + cx.class_name(h) + "'");
    return false;
  }
  view = cx.text(h);
  if (cx.class_name(h) != "bytes") {
    copy = view;
    view = copy;
  }
  return true;
}

Handle fail(Context& cx, int code, const char* text, const char* what) {
  Handle error = cx.get_attr(cx.builtin_module("zlib"), "error");
  if (!error) return {};
  std::string message = "Error " + std::to_string(code) + " " + what;
  if (!text && code == Z_BUF_ERROR) text = "incomplete or truncated stream";
  if (text) message += std::string(": ") + text;
  Handle instance = cx.call(error, {cx.str(message)});
  return instance ? cx.raise_instance(instance) : Handle{};
}

// ---- streams
struct Stream {
  Services* services;
  void* lock;
  z_stream z;
  bool compresses;
  bool ended;
};
void drop_stream(void* payload) {
  auto* stream = static_cast<Stream*>(payload);
  stream->compresses ? deflateEnd(&stream->z) : inflateEnd(&stream->z);
  stream->services->lock_free(stream->lock);
  delete stream;
}
constexpr NativeType kStreamType{"zlib.stream", drop_stream, nullptr};

// _Stream(compresses, level, wbits, memory, strategy)
void* construct(Context& cx, const Handle* args, uint32_t count) {
  int64_t level = Z_DEFAULT_COMPRESSION, wbits = MAX_WBITS, memory = 8, strategy = 0;
  int64_t* settings[] = {&level, &wbits, &memory, &strategy};
  for (uint32_t k = 1; k < count && k <= std::size(settings); ++k) {
    if (!cx.to_int64(args[k], *settings[k - 1])) return nullptr;
  }
  bool compresses = count > 0 && cx.is_true(args[0]);
  auto* stream = new Stream{&cx.services(), nullptr, {}, compresses, false};
  int code = stream->compresses ? deflateInit2(&stream->z, static_cast<int>(level), Z_DEFLATED,
                                               static_cast<int>(wbits), static_cast<int>(memory),
                                               static_cast<int>(strategy))
                                : inflateInit2(&stream->z, static_cast<int>(wbits));
  if (code != Z_OK) {
    delete stream;
    if (code == Z_STREAM_ERROR)
      cx.raise(Exc::ValueError, "Invalid initialization option");
    else
      fail(cx, code, nullptr, "while creating a stream");
    return nullptr;
  }
  stream->lock = cx.services().lock_new();
  return stream;
}

// run(data, flush, most): (output, rest of the input, whether the stream has ended). most: bytes of
// output, 0: any number.
Handle stream_run(Context& cx, const Handle* args, uint32_t) {
  auto* stream = static_cast<Stream*>(cx.payload(args[0], &kStreamType));
  std::string copy, output;
  std::string_view input;
  int64_t flush, most;
  if (!stream || !read_input(cx, args[1], copy, input) || !cx.to_int64(args[2], flush) ||
      !cx.to_int64(args[3], most))
    return {};
  Services& services = cx.services();
  services.lock_acquire(stream->lock, {.interruptible = false});
  int code = Z_OK;
  std::string message;
  z_stream& z = stream->z;
  services.without_lock(static_cast<int64_t>(input.size()) * (stream->compresses ? 30 : 5), [&] {
    z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input.data()));
    z.avail_in = static_cast<uInt>(input.size());
    do {
      char chunk[16384];
      size_t room = sizeof chunk;
      if (most > 0) room = std::min(room, static_cast<size_t>(most) - output.size());
      if (room == 0) break;
      z.next_out = reinterpret_cast<Bytef*>(chunk);
      z.avail_out = static_cast<uInt>(room);
      code = stream->compresses ? deflate(&z, static_cast<int>(flush))
                                : inflate(&z, static_cast<int>(flush));
      output.append(chunk, room - z.avail_out);
    } while (code == Z_OK && (z.avail_out == 0 || z.avail_in > 0));
    if (z.msg) message = z.msg;
  });
  stream->ended = stream->ended || code == Z_STREAM_END;
  Handle rest = cx.bytes(input.substr(input.size() - z.avail_in));
  bool ended = stream->ended;
  services.lock_release(stream->lock);
  if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR) {
    return fail(cx, code, message.empty() ? nullptr : message.c_str(),
                stream->compresses ? "while compressing data" : "while decompressing data");
  }
  return cx.tuple({cx.bytes(output), rest, cx.boolean(ended)});
}
// truncated(what): raises the error of a stream that ended too early.
Handle truncated(Context& cx, const Handle* args, uint32_t) {
  return fail(cx, Z_BUF_ERROR, nullptr, std::string(cx.text(args[0])).c_str());
}

template <class Sum>
Handle checksum(Context& cx, const Handle* args, uint32_t first, Sum sum) {
  std::string copy;
  std::string_view input;
  int64_t start = first;
  if (!read_input(cx, args[0], copy, input)) return {};
  if (args[1] && !cx.to_int64(args[1], start)) return {};
  uint32_t result = static_cast<uint32_t>(start);
  auto add = [&] {
    result = static_cast<uint32_t>(
        sum(result, reinterpret_cast<const Bytef*>(input.data()), input.size()));
  };
  if (input.size() > kSmallChecksum)
    cx.services().without_lock(static_cast<int64_t>(input.size()), add);
  else
    add();
  return cx.unsigned_integer(result);
}
Handle crc(Context& cx, const Handle* args, uint32_t) { return checksum(cx, args, 0, crc32_z); }
Handle adler(Context& cx, const Handle* args, uint32_t) { return checksum(cx, args, 1, adler32_z); }

constexpr ModuleFunction kMethods[] = {{"run", stream_run, 3, 3}};
constexpr ModuleClass kStreamClass{"_Stream",           "zlib",   &kStreamType, kMethods,
                                   std::size(kMethods), construct};
constexpr ModuleFunction kFunctions[] = {
    {"crc32", crc, 1, 2},
    {"adler32", adler, 1, 2},
    {"_truncated", truncated, 1, 1},
};

}  // namespace

bool init_zlib_module(Context& cx, Handle module) {
  struct Constant {
    const char* name;
    int value;
  };
  for (auto [name, value] : {Constant{"MAX_WBITS", MAX_WBITS},
                             {"DEF_MEM_LEVEL", 8},
                             {"DEFLATED", Z_DEFLATED},
                             {"Z_BEST_SPEED", Z_BEST_SPEED},
                             {"Z_BEST_COMPRESSION", Z_BEST_COMPRESSION},
                             {"Z_DEFAULT_COMPRESSION", Z_DEFAULT_COMPRESSION},
                             {"Z_NO_COMPRESSION", Z_NO_COMPRESSION},
                             {"Z_DEFAULT_STRATEGY", Z_DEFAULT_STRATEGY},
                             {"Z_FILTERED", Z_FILTERED},
                             {"Z_HUFFMAN_ONLY", Z_HUFFMAN_ONLY},
                             {"Z_NO_FLUSH", Z_NO_FLUSH},
                             {"Z_SYNC_FLUSH", Z_SYNC_FLUSH},
                             {"Z_FULL_FLUSH", Z_FULL_FLUSH},
                             {"Z_FINISH", Z_FINISH}}) {
    if (!cx.set_attr(module, name, cx.integer(value))) return false;
  }
  return cx.set_attr(module, "ZLIB_VERSION", cx.str(ZLIB_VERSION)) &&
         cx.set_attr(module, "ZLIB_RUNTIME_VERSION", cx.str(zlibVersion())) &&
         cx.add_class(module, kStreamClass) &&
         cx.add_functions(module, kFunctions, std::size(kFunctions));
}

}  // namespace gilsim
