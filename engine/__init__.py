"""The study: what is allowed and what follows.

It knows nobody: no database, no Telegram, no clock, no library. Rules are pure; services are the only shell
(`lock + load -> rule(state, act) -> facts -> rows + history + letters -> commit`). Words are the glossary's.
"""
