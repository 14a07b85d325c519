# socketserver: a threading server of lines, shut down from another thread
import socket
import socketserver
import threading


class Upper(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            self.wfile.write(line.upper())


with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Upper) as server:
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    with socket.create_connection(server.server_address) as client:
        client.sendall(b"abc\ndef\n")
        client.shutdown(socket.SHUT_WR)
        print(client.makefile("rb").read())
    server.shutdown()
    thread.join()
# expect: b'ABC\nDEF\n'
