from hypothesis import settings

from tests.long import LONG

settings.register_profile("anywhere", deadline=None)  # machines differ; speed is for the benchmarks to say
settings.register_profile("long", settings.get_profile("anywhere"), max_examples=2000)
settings.load_profile("long" if LONG else "anywhere")
