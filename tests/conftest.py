import os

from hypothesis import settings

settings.register_profile("anywhere", deadline=None)  # machines differ; speed is for the benchmarks to say
settings.register_profile("long", settings.get_profile("anywhere"), max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "anywhere"))
