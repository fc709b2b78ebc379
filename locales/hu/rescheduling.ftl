reschedule-late = A régi időpontot már nem lehet gond nélkül lemondani: az áttétel késői lemondásnak számít.
reschedule-rule = Az új időpontot gond nélkül lemondhatod { $until }-ig.
reschedule-rule-late = Az új időpont hamarosan kezdődik: a lemondása már most késői lemondásnak számítana.
