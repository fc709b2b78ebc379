admin-name-automation = Automation: { $name }
