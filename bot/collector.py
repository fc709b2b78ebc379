"""The garbage collector, told that what is alive now stays alive."""

import gc


def settle() -> None:
    """After the start: it need not look at everything again in every rush, and looks less often at what is new."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
