"""The reference's routes: orders the way DRF's tutorial writes them ("full": with payment, entry, outbox)."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import path
from rest_framework import generics, serializers

from tests.bench.bare.models import Entry, Leg, Line, Order, Outbox, Payment


class CustomerSerializer(serializers.Serializer[Any]):
    """Who orders."""

    id = serializers.IntegerField()
    name = serializers.CharField()


class LineSerializer(serializers.ModelSerializer[Line]):
    """A line."""

    class Meta:
        model = Line
        fields = ["id", "code", "quantity", "price"]


class OrderSerializer(serializers.ModelSerializer[Order]):
    """An order with its lines."""

    lines = LineSerializer(many=True)
    customer_detail = CustomerSerializer(source="customer", read_only=True)
    assignee = serializers.CharField(source="assignee.username", read_only=True)

    class Meta:
        model = Order
        fields = ["id", "customer", "customer_detail", "assignee", "comment", "total", "created_at", "lines"]
        read_only_fields = ["total"]

    def create(self, validated_data: dict[str, Any]) -> Order:
        """Writes the order, its lines, a payment with its entry, and an event, by the ORM."""
        lines = validated_data.pop("lines")
        total = sum(line["quantity"] * line["price"] for line in lines)
        with transaction.atomic():
            order = Order.objects.create(total=total, assignee=self.context["request"].user, **validated_data)
            for line in lines:
                Line.objects.create(order=order, **line)
            Payment.objects.create(order=order, amount=total)
            entry = Entry.objects.create(key=f"order:{order.pk}")
            Leg.objects.create(entry=entry, account="1010", amount=total)
            Leg.objects.create(entry=entry, account="2100", amount=-total)
            Outbox.objects.create(kind="order.placed", payload={"order": str(order.pk), "total": total})
        return order


class Orders(generics.ListCreateAPIView[Order]):
    """The newest fifty orders; a new order."""

    serializer_class = OrderSerializer
    pagination_class = None

    def get_queryset(self) -> Any:
        """The list."""
        rows = Order.objects.select_related("customer", "assignee").prefetch_related("lines")
        return rows.order_by("-created_at")[:50]


class OneOrder(generics.RetrieveAPIView[Order]):
    """An order."""

    serializer_class = OrderSerializer
    queryset = Order.objects.select_related("customer", "assignee").prefetch_related("lines")


def empty(request: HttpRequest) -> HttpResponse:
    """Nothing: what Django itself costs."""
    return HttpResponse(b"{}", content_type="application/json")


urlpatterns = [
    path("orders", Orders.as_view()),
    path("orders/<uuid:pk>", OneOrder.as_view()),
    path("empty", empty),
]
