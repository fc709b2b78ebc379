admin-name-automation = Automatika: { $name }
