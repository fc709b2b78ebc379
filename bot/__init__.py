"""The hall: wires the rooms, keeps time, carries the post. It may know everybody and decides nothing."""
