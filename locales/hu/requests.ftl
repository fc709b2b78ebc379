### Where the organiser gives the places: people ask for one, and an admin decides.

## Participants

button-ask = Helyet kérek
button-ask-several = Többünknek kérek helyet
button-take-back = Visszavonom a kérésem
label-take-back = Visszavonom · { $when } · { $event }
toast-asked = Elküldtem a kérésed. Szólok, ha van válasz.
toast-taken-back = Visszavontad.
request-stands = <b>Helyet kértél.</b> A szervező dönt, és én szólok.
request-next = Itt a szervező dönti el, ki kap helyet. Addig nem tartok fenn neked helyet. Szólok, ha van válasz.
question-drop-ask = Az utolsó válaszod után küldöm el a kérésed. A /cancel paranccsal elveted az egészet.
party-asked = Elküldtem: { $seats } hely neked és nekik: { $names }. A szervező dönt, és én szólok.
my-asked = <b>{ $event }</b>, { $when }: helyet kértél, válaszra vár{ $seats ->
    [one] { "" }
   *[other] , { $seats } hely
}

## Letters

request-made = <b>A kérésed a szervezőnél van</b>
request-declined = A szervező most nem tud helyet adni: <b>{ $event }</b>, { $when }.
request-taken-back = Visszavontad a kérésed: <b>{ $event }</b>, { $when }.
request-closed = Lejárt a kérésed: <b>{ $event }</b>, { $when }. Sajnos senki sem válaszolt időben.
request-shifted = Megváltozott az időpont: <b>{ $event }</b>, mostantól { $when }. A kérésed megmarad; ha az új időpont nem jó, vond vissza.
booking-granted = <b>A szervező igent mondott: van helyed</b>
entry-granted = <b>A szervező felírt a várólistára</b>

## Refusals

refusal-self-service-off = Itt a szervező adja a helyeket: kérj egyet.
refusal-self-service-on = Már nem kell kérned: magad is foglalhatsz.
refusal-already-asked = Ide már kértél helyet. A szervező dönt.
refusal-request-over = Ez a kérés már nem nyitott. A /my mutatja, mid van.
admin-refusal-request-over = Ez a kérés már nem nyitott.
admin-refusal-already-waiting = Ez a résztvevő már a várólistán van.

## Admins

admin-request-head = Kérés érkezett: <b>{ $event }</b>, { $when }
admin-request-who = <b>{ $name }</b> { $seats ->
    [one] 1 helyet
   *[other] { $seats } helyet
} kér
admin-request-at = Mikor kérte: { $when }
admin-request-now = Szabad: { $free } · várakozik: { $waiting }
admin-request-granted = ✓ { $by } igent mondott: { $when }
admin-request-declined = ✗ { $by } elutasította: { $when }
admin-request-taken-back = Visszavonva: { $when }
admin-request-closed = Lezárult, már nem kell dönteni: { $when }
admin-requests-head =
    <b>{ $event }</b>, { $when }
    { $total ->
        [0] Senki sem kér helyet.
        [one] 1 ember kér helyet
       *[other] { $total } ember kér helyet
    }
label-request = { $name }{ $seats ->
    [one] { "" }
   *[other] { " " }· { $seats } hely
}
admin-event-requests = Döntésre váró kérések: { $count }
admin-button-requests = Kérések ({ $count })
admin-button-request-book = Helyet kap
admin-button-request-book-passing = Helyet kap ({ $waiting ->
    [one] 1 várakozik
   *[other] { $waiting } várakozik
})
admin-button-request-book-because = Helyet kap: { $reason }
admin-button-request-line = Várólistára
admin-button-request-decline = Elutasítom
admin-button-request-decline-because = Elutasítom: { $reason }
admin-ask-request-book = Helyet kapjon <b>{ $name }</b> ({ $seats ->
    [one] 1 hely
   *[other] { $seats } hely
}), bár mások várnak?
admin-request-passed = { $waiting ->
    [one] 1 ember vár itt helyre, őt megelőzi.
   *[other] { $waiting } ember vár itt helyre, őket megelőzi.
}
admin-ask-request-decline = Elutasítod <b>{ $name }</b> kérését ({ $seats ->
    [one] 1 hely
   *[other] { $seats } hely
})?
admin-done-request-line = { $name } felkerült a várólistára.
admin-done-request-decline = Elutasítva: { $name } értesítést kap.
admin-reason-no-room = Nincs több hely
admin-reason-other-level = Inkább másik szint
admin-reason-other-date = Inkább másik időpont
admin-reason-talk = Előbb beszélj velünk

## The switch

auto-self-off = Az önálló foglalás ki van kapcsolva: a résztvevők helyet kérnek, és ti döntötök.
admin-button-auto-self-off = Önálló foglalás ki
admin-button-auto-self-on = Önálló foglalás be
auto-ask-self-off = Kikapcsolod az önálló foglalást ennél a szolgáltatásnál? A résztvevők nem foglalhatnak, nem iratkozhatnak fel a várólistára, és nem mehetnek át másik időpontra maguktól: helyet kérnek, és egyikőtök dönt. A foglalások és a helyek a sorban maradnak, lemondani és ajánlatra válaszolni továbbra is lehet, és a szabad helyek ugyanúgy a várólistára mennek.
auto-ask-self-on = Bekapcsolod az önálló foglalást ennél a szolgáltatásnál? A résztvevők újra maguk foglalnak, és maguk iratkoznak fel a várólistára.
auto-self-dates = { $count ->
    [one] 1 közelgő alkalmat érint.
   *[other] { $count } közelgő alkalmat érint.
}
auto-self-requests = { $count ->
    [one] 1 nyitott kérésről még nektek kell döntenetek.
   *[other] { $count } nyitott kérésről még nektek kell döntenetek.
}
admin-done-self-off = Önálló foglalás kikapcsolva: a kérések ebbe a csoportba jönnek.
admin-done-self-on = Önálló foglalás bekapcsolva.

## The history

fact-self-service-off = Önálló foglalás kikapcsolva a szolgáltatásnál
fact-self-service-on = Önálló foglalás bekapcsolva a szolgáltatásnál
fact-request-made = Helyet kért ({ $seats ->
    [one] 1 hely
   *[other] { $seats } hely
})
fact-request-granted = Kérés teljesítve foglalással
fact-request-granted-line = Kérés teljesítve várólistás hellyel
fact-request-declined = Kérés elutasítva
fact-request-taken-back = Kérés visszavonva
fact-request-closed = Kérés lejárt: senki sem döntött időben
fact-request-closed-cancelled = Kérés lezárva: az alkalom elmarad
fact-request-closed-served = Kérés lezárva: más úton helyet kapott
fact-booking-made-request = Foglalás kérésre ({ $seats ->
    [one] 1 hely
   *[other] { $seats } hely
})
admin-button-answers = Válaszok
