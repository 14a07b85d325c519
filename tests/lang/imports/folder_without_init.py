# A directory without __init__.py is a package
import os
import sys
import tempfile

with tempfile.TemporaryDirectory() as folder:
    os.makedirs(os.path.join(folder, "plain_folder", "inner"))
    with open(os.path.join(folder, "plain_folder", "inner", "module.py"), "w") as file:
        file.write("value = 5\nname = __name__, __package__\n")
    sys.path.insert(0, folder)
    import plain_folder.inner.module
    from plain_folder.inner import module
    print(plain_folder.inner.module.value, module.name)
# expect: 5 ('plain_folder.inner.module', 'plain_folder.inner')
