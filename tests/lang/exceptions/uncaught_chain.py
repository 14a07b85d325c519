# The traceback shows the cause first, then the context, with the sentences between them.
# expect-exit: 1
# expect-stderr: KeyError: 'k'
# expect-stderr: The above exception was the direct cause of the following exception:
# expect-stderr: ValueError: wrapped
# expect-stderr: During handling of the above exception, another exception occurred:
# expect-stderr: RuntimeError: while handling
try:
    try:
        {}["k"]
    except KeyError as error:
        raise ValueError("wrapped") from error
except ValueError:
    raise RuntimeError("while handling")
