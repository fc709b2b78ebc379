"""The four ways to fill free seats. Each is `fill(state, act) -> facts`; a mode imports no mode."""
