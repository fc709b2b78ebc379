admin-name-automation = Automatik: { $name }
