"""What admins do in their private group. Every handler here runs only after `bot` has judged the admin's rights."""
