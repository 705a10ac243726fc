"""How much of the samples the program reads rightly; floors that only rise."""
