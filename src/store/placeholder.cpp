namespace rodtrad {}
