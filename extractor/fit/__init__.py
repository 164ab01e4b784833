"""The weights of the text grammar, fitted to pages whose records are known: `python -m extractor.fit`.

Of every page all readings are made by weights that leave their names (`readers.text.traced`), and the best path that
gives the known record is its gold path (`gold_paths`). Pages lose parts as real pages do (`copies`). The weights under
which the gold paths are likely, and which are near those that are now shipped, are those of a conditional random field
(`crf`); with them margins are made certainties (`certainty`). Pages that were not fitted to say what it is worth
(`report`), and whether the file may be written (`weights_file`).

`python -m extractor.fit.threads` counts how often threads of HTML are read rightly, by what is doubtful about them.
"""
