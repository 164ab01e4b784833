from hypothesis import settings

settings.register_profile("anywhere", deadline=None)  # machines differ; speed is for the benchmarks to say
settings.load_profile("anywhere")
