### Amit az adminok a csoportban begépelnek: ok a saját szavaikkal, egy sablon neve.

admin-button-because-other = Más ok …
because-what = Ezután ezt erősíted meg: „{ $text }”
because-ask = { $admin }, mi az ok? Válaszolj erre az üzenetre egy sorban, legfeljebb { $most } karakterrel. Az előzmények megőrzik; aki értesítést kap, az is látja.
admin-button-because-field = Az ok
preset-ask-name = { $admin }, milyen néven őrizzem meg ezeket a szabályokat? Válaszolj erre az üzenetre. Ha ilyen nevű sablon már van, új változatot kap.
admin-button-preset-name-field = A sablon neve
question-missed = { $admin }, nekem szóltál? Kérlek, erre a kérdésre válaszolj: csak azt veszem válasznak.
label-question-missed-field = A válaszod
