"""The models there are and the ones that are here: catalogue, store, downloads, forecasts."""
