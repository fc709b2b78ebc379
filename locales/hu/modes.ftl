### Amit az előzmények egy kiválasztott módról mondanak.

fact-event-configured-mode = Várólista-szabályok beállítva az alkalomnál: { $mode }
fact-service-configured-mode = Várólista-szabályok beállítva a szolgáltatásnál: { $mode }
