# A thread that waits for a pipe is not in a deadlock while another may still write.
import os
import threading
import time

r, w = os.pipe()
answers = []
t = threading.Thread(target=lambda: answers.append(os.read(r, 5)))
t.start()
time.sleep(0.05)
os.write(w, b"late")
t.join()
print(answers)  # expect: [b'late']
