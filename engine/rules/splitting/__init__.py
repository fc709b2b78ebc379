"""The plan of the mode `splitter`: who of all who wait goes to which sibling.

What is sought, one after the other:
1. order: the people served are the lexicographically best set by (priority, joined, entry id): nobody stays behind if
   a plan exists that serves them together with everybody before them who is served. A party is placed whole or not at
   all.
2. evenness: among all plans that serve these people, the least sum of used² / capacity over the siblings, which is the
   variance of the fill as each seat sees it (equal fills are its minimum, also where capacities differ).
3. asking: among these, as few people as possible (of a party, each) go elsewhere than to the event in whose line they
   are. Whoever is on the reserve list has no event of their own, and is asked to go nowhere else.
4. ties: first come, first choice: in line order everybody gets their own event if that is possible, else the sibling
   that starts first (then by id).

How, and what is guaranteed:
- All parties (of those who are not too large for any seat left) of one size: exact in all four, always, in polynomial
  time. 1 is the greedy algorithm on a transversal matroid (Edmonds 1971), 2 and 3 a flow of least cost with convex
  costs, found by successive shortest paths (Ahuja, Magnanti, Orlin, Network Flows, 1993, 9.7 and 14.5) on a graph of
  the siblings alone, see `balance`; 4 walks along circles of no cost, see `ties`.
- Parties of different sizes: this is bin packing, for which no fast exact method is known. `parties` proves the plan
  exact by a bound (parties that may be split: the flow of above), and by branch and bound (Land and Doig 1960) where
  they differ. `unproven` is then None, and the plan is exact in 1, 2 and 3; among equal plans it takes the same each
  time, but not by 4. When the work allowed is used up, `exact` is False and `unproven` names the first aim that is not
  proven (those before it are). Also then capacities are kept, parties are whole, everybody can go where the plan sends
  them, and nobody stays behind whom what is left has room for; whoever stays behind without a proof has the reason
  `not_found`.

A person is placed once: several places in line of one person are alternatives. Evenness and order are decided in whole
numbers. No clock, no chance: the same people in any order give the same plan.
"""

from engine.rules.splitting.group import (
    Fill,
    Left,
    Placement,
    Sibling,
    SplitPlan,
    Waiter,
    evenness,
)
from engine.rules.splitting.planning import plan

__all__ = ["Fill", "Left", "Placement", "Sibling", "SplitPlan", "Waiter", "evenness", "plan"]
