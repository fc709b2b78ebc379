"""The door: taps and commands in, words out.

A handler reads its arguments, makes one service call, gives one answer: no `try`, no SQL, no rule, no literal text.
It knows the engine and nobody else. A refusal becomes its sentence in `errors`; rights are judged at every tap.
"""
