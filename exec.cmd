@rem On Windows: npm scripts say "exec node ..." so that signals reach Node itself and not a shell before it.
@%*
