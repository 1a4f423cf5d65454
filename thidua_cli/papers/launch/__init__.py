"""The papers that open a campaign: the plan, the guidance, what units sign at the start."""
