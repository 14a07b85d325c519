"""Servers over sockets: a loop that waits for requests and gives each to a handler object."""
import io as _io
import select as _select
import socket as _socket
import sys as _sys
import threading as _threading
import time as _time
import traceback as _traceback

__all__ = ["BaseServer", "TCPServer", "UDPServer", "ThreadingMixIn", "ThreadingTCPServer",
           "ThreadingUDPServer", "BaseRequestHandler", "StreamRequestHandler",
           "DatagramRequestHandler"]


class BaseServer:
    """The loop. What a request is, and how one comes and ends, is the derived classes'."""

    timeout = None

    def __init__(self, server_address, RequestHandlerClass):
        self.server_address = server_address
        self.RequestHandlerClass = RequestHandlerClass
        self._stopping = False
        self._idle = _threading.Event()  # nobody is in serve_forever()
        self._idle.set()

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.server_close()

    # ---- the loop
    def serve_forever(self, poll_interval=0.5):
        self._idle.clear()
        try:
            while not self._stopping:
                came = self._wait(poll_interval)
                if came and not self._stopping:
                    self._take_one()
                self.service_actions()
        finally:
            self._stopping = False
            self._idle.set()

    def shutdown(self):
        self._stopping = True
        self._idle.wait()

    def handle_request(self):
        """One request, or handle_timeout() when none comes in time."""
        limits = [t for t in (self.socket.gettimeout(), self.timeout) if t is not None]
        end = _time.monotonic() + min(limits) if limits else None
        left = None
        while True:
            if end is not None:
                left = max(0, end - _time.monotonic())
            if self._wait(left):
                return self._take_one()
            if left == 0:
                return self.handle_timeout()

    def _wait(self, seconds):
        return bool(_select.select([self], [], [], seconds)[0])

    def _take_one(self):
        try:
            request, client = self.get_request()
        except OSError:
            return  # the client has gone meanwhile
        self._guarded(self._begin, request, client)

    def _begin(self, request, client):
        if self.verify_request(request, client):
            self.process_request(request, client)
        else:
            self.shutdown_request(request)

    def _guarded(self, step, request, client):
        """An error of one request does not end the server; what is no Exception does."""
        try:
            step(request, client)
        except BaseException as error:
            if isinstance(error, Exception):
                self.handle_error(request, client)
            self.shutdown_request(request)
            if not isinstance(error, Exception):
                raise

    # ---- one request; each of these may be overridden
    def verify_request(self, request, client_address):
        return True

    def process_request(self, request, client_address):
        self.finish_request(request, client_address)
        self.shutdown_request(request)

    def finish_request(self, request, client_address):
        self.RequestHandlerClass(request, client_address, self)

    def shutdown_request(self, request):
        self.close_request(request)

    def close_request(self, request):
        pass

    def handle_error(self, request, client_address):
        line = "-" * 40
        print(line, file=_sys.stderr)
        print("Exception occurred during processing of request from", client_address,
              file=_sys.stderr)
        _traceback.print_exc()
        print(line, file=_sys.stderr)

    def handle_timeout(self):
        pass

    def service_actions(self):
        pass

    def server_activate(self):
        pass

    def server_close(self):
        pass


class TCPServer(BaseServer):
    address_family = _socket.AF_INET
    socket_type = _socket.SOCK_STREAM
    request_queue_size = 5
    allow_reuse_address = False

    def __init__(self, server_address, RequestHandlerClass, bind_and_activate=True):
        super().__init__(server_address, RequestHandlerClass)
        self.socket = _socket.socket(self.address_family, self.socket_type)
        if not bind_and_activate:
            return
        ready = False
        try:
            self.server_bind()
            self.server_activate()
            ready = True
        finally:
            if not ready:
                self.server_close()

    def server_bind(self):
        if self.allow_reuse_address:
            self.socket.setsockopt(_socket.SOL_SOCKET, _socket.SO_REUSEADDR, 1)
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()

    def server_activate(self):
        self.socket.listen(self.request_queue_size)

    def server_close(self):
        self.socket.close()

    def fileno(self):
        return self.socket.fileno()

    def get_request(self):
        return self.socket.accept()

    def shutdown_request(self, request):
        try:
            request.shutdown(_socket.SHUT_WR)  # so that the client sees the end at once
        except OSError:
            pass  # it was faster
        self.close_request(request)

    def close_request(self, request):
        request.close()


class UDPServer(TCPServer):
    """A request is a pair: the datagram, and the socket to answer with."""

    socket_type = _socket.SOCK_DGRAM
    max_packet_size = 8192

    def get_request(self):
        packet, client = self.socket.recvfrom(self.max_packet_size)
        return (packet, self.socket), client

    def server_activate(self):
        pass

    def shutdown_request(self, request):
        pass

    def close_request(self, request):
        pass


class ThreadingMixIn:
    """A thread for each request."""

    daemon_threads = False
    block_on_close = True
    _running = ()

    def process_request(self, request, client_address):
        thread = _threading.Thread(target=self.process_request_thread,
                                   args=(request, client_address), daemon=self.daemon_threads)
        if self.block_on_close and not thread.daemon:
            self._running = [t for t in self._running if t.is_alive()] + [thread]
        thread.start()

    def process_request_thread(self, request, client_address):
        try:
            self.finish_request(request, client_address)
        except Exception:
            self.handle_error(request, client_address)
        finally:
            self.shutdown_request(request)

    def server_close(self):
        super().server_close()
        for thread in self._running:
            thread.join()
        self._running = ()


class ThreadingTCPServer(ThreadingMixIn, TCPServer):
    pass


class ThreadingUDPServer(ThreadingMixIn, UDPServer):
    pass


class BaseRequestHandler:
    """One object a request: made, it does setup(), handle() and finish()."""

    def __init__(self, request, client_address, server):
        self.request, self.client_address, self.server = request, client_address, server
        self.setup()
        try:
            self.handle()
        finally:
            self.finish()

    def setup(self):
        pass

    def handle(self):
        pass

    def finish(self):
        pass


class _Unbuffered:
    """What is written goes out at once and whole."""

    closed = False

    def __init__(self, connection):
        self._connection = connection

    def write(self, data):
        self._connection.sendall(data)
        return len(data)

    def flush(self):
        pass

    def close(self):
        self.closed = True


class StreamRequestHandler(BaseRequestHandler):
    """rfile and wfile: the connection as files."""

    rbufsize = -1
    wbufsize = 0  # 0: unbuffered
    timeout = None
    disable_nagle_algorithm = False

    def setup(self):
        connection = self.connection = self.request
        if self.timeout is not None:
            connection.settimeout(self.timeout)
        if self.disable_nagle_algorithm:
            connection.setsockopt(_socket.IPPROTO_TCP, _socket.TCP_NODELAY, 1)
        self.rfile = connection.makefile("rb", self.rbufsize)
        self.wfile = (_Unbuffered(connection) if self.wbufsize == 0
                      else connection.makefile("wb", self.wbufsize))

    def finish(self):
        try:
            if not self.wfile.closed:
                self.wfile.flush()
        except OSError:
            pass  # the client has gone
        self.wfile.close()
        self.rfile.close()


class DatagramRequestHandler(BaseRequestHandler):
    """rfile: the datagram; what is written to wfile is the answer."""

    def setup(self):
        self.packet, self.socket = self.request
        self.rfile, self.wfile = _io.BytesIO(self.packet), _io.BytesIO()

    def finish(self):
        self.socket.sendto(self.wfile.getvalue(), self.client_address)
